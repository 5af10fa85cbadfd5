// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.collector;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tidemark.hunt.Absence;
import org.tidemark.hunt.Coverage;
import org.tidemark.hunt.Kind;

/// What KAPE leaves: `<drive>\<path>`, shadow copies as `VSS<n>\<path>`, and beside them its copy log, which
/// says of each
/// copied file where it lay.
///
/// Files that Windows could not name so are renamed (`$UsnJrnl:$J` becomes `$J`, long names go to `LongFileNames`); the
/// copy log has both names.
final class Kape implements Layout {
    private static final Pattern MACHINE = Pattern.compile("Machine name: ([^,\\s]{1,255})");
    private static final Pattern TARGETS = Pattern.compile("--target\\s+\"?([^\\s\"]{1,2000})");
    private static final Pattern SOURCE = Pattern.compile("--tsource\\s+\"?([A-Za-z])\\b");
    private static final Pattern STAMP =
            Pattern.compile("(?<folder>(?:.*/)?)(\\d{4}-\\d\\d-\\d\\d)T(\\d\\d)(\\d\\d)(\\d\\d)_[^/]*");
    private static final Pattern SHADOW = Pattern.compile("(?i)vss\\d+");
    private static final Pattern MOUNTED = Pattern.compile("(?i)[A-Z]:\\\\[^\\\\]*vssmount\\\\vss\\d+\\\\(.*)");

    private final Map<String, String> told = new HashMap<>();
    private final Map<Kind, Absence> leftOut = new EnumMap<>(Kind.class);
    private final @Nullable String host;
    private final @Nullable String drive;
    private final Set<String> asked = new TreeSet<>();

    /// @param names all names of the collection, in lower case
    /// @param beside what its console log says, where that lies beside its archive; empty where it does not
    Kape(Folder folder, Set<String> names, Records records, String beside) {
        var console = new StringBuilder(beside);
        folder.files(name -> name.endsWith("_consolelog.txt")).forEach(name -> console.append(records.text(name)));
        var machine = MACHINE.matcher(console);
        host = machine.find() ? machine.group(1) : null;
        var source = SOURCE.matcher(console);
        drive = source.find() ? source.group(1) : onlyDrive(folder);
        var targets = TARGETS.matcher(console);
        while (targets.find()) {
            asked.addAll(List.of(targets.group(1).toLowerCase(Locale.ROOT).split("[,;]")));
        }
        folder.files(name -> name.endsWith("_copylog.csv"))
                .forEach(name -> records.rows(name, row -> copied(row, names)));
        folder.files(name -> name.contains("_skiplog.csv")).forEach(name -> records.rows(name, this::skipped));
    }

    /// The name of the console log of the run that made an archive: their stamps are of the same second.
    ///
    /// @param archive the archive's name
    /// @param beside the names of the files beside it
    static @Nullable String consoleOf(String archive, Collection<String> beside) {
        var stamp = STAMP.matcher(archive);
        if (!stamp.matches()) {
            return null;
        }
        var begin = stamp.group(2) + "T" + stamp.group(3) + "_" + stamp.group(4) + "_" + stamp.group(5) + "_";
        return beside.stream()
                .filter(name -> name.startsWith(stamp.group("folder") + begin))
                .filter(name -> name.toLowerCase(Locale.ROOT).endsWith("_consolelog.txt"))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String onlyDrive(Folder folder) {
        var letters =
                folder.folderNames().stream().filter(name -> name.length() == 1).toList();
        return letters.size() == 1 ? letters.getFirst() : null;
    }

    /// The destination has the folder of the run before the name in the collection; how long it is, nothing says.
    private void copied(Map<String, String> row, Set<String> names) {
        var source = row.getOrDefault("sourcefile", "");
        var parts = Paths.parts(
                row.getOrDefault("destinationfile", "").replace('\\', '/').toLowerCase(Locale.ROOT));
        for (int from = 0; from < parts.size(); from++) {
            var tail = String.join("/", parts.subList(from, parts.size()));
            if (names.contains(tail)) {
                told.put(tail, source);
                return;
            }
        }
    }

    private void skipped(Map<String, String> row) {
        if (row.getOrDefault("reason", "").toLowerCase(Locale.ROOT).contains("exclu")) {
            Places.kind(row.getOrDefault("sourcefile", ""))
                    .ifPresent(kind -> leftOut.put(
                            kind,
                            new Absence(
                                    Coverage.Status.NOT_COLLECTED,
                                    "KAPE saw such files and left them out, as its skip log says.",
                                    "Copy " + row.getOrDefault("sourcefile", "") + " and its neighbours.")));
        }
    }

    @Override
    public @Nullable String host() {
        return host;
    }

    @Override
    public @Nullable String path(String name) {
        var source = told.get(name.toLowerCase(Locale.ROOT));
        if (source != null) {
            var mounted = MOUNTED.matcher(source);
            var plain = mounted.matches() && drive != null
                    ? Paths.told(drive + ":\\" + mounted.group(1))
                    : Paths.told(source);
            if (plain != null) {
                return plain;
            }
        }
        var parts = Paths.parts(name);
        if (parts.size() > 1 && SHADOW.matcher(parts.getFirst()).matches()) {
            return drive == null ? null : Paths.below(drive, parts.subList(1, parts.size()));
        }
        return Paths.withDrive(parts);
    }

    @Override
    public boolean isOwn(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.indexOf('/') < 0
                && (lower.endsWith("_copylog.csv")
                        || lower.contains("_skiplog.csv")
                        || lower.endsWith("_consolelog.txt"));
    }

    @Override
    public Optional<Set<String>> asked() {
        return asked.isEmpty() ? Optional.empty() : Optional.of(asked);
    }

    @Override
    public Map<Kind, Absence> told() {
        return leftOut;
    }
}
