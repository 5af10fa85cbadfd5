// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tidemark.fault.TidemarkException;
import org.tidemark.hunt.HuntFacts;
import org.tidemark.hunt.Indicators;
import org.tidemark.hunt.KnownFiles;
import org.tidemark.hunt.ShippedParts;

/// What hunt rules may ask for beside a record: `shipped.csv`, `known_files.csv`, and `indicators.csv`
/// of the pack and of its campaigns.
///
/// Only a hunt needs them, so they are read when it asks; the contents of files, which are many, when
/// the first file turns up.
public final class HuntFactFiles {
    static final String SHIPPED = "shipped.csv";
    static final String KNOWN_FILES = "known_files.csv";
    static final String INDICATORS = "indicators.csv";

    private static final Pattern INDICATOR_FILE = Pattern.compile("(?:campaigns/[^/]+/)?indicators\\.csv");
    private static final Pattern BUILD = Pattern.compile("\\d+\\.\\d+\\.\\d+");

    private final PackFiles files;
    private final Faults faults;

    private HuntFactFiles(PackFiles files, Faults faults) {
        this.files = files;
        this.faults = faults;
    }

    /// The facts of a pack.
    ///
    /// @throws TidemarkException where a file has faults
    public static HuntFacts read(PackFiles files) {
        try {
            var facts = new HuntFactFiles(files, new Faults());
            var read = facts.read();
            facts.orThrow();
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Tells all faults of the files, those too that are read late.
    static void check(PackFiles files, Faults faults) {
        try {
            var facts = new HuntFactFiles(files, faults);
            facts.read();
            if (files.names().contains(KNOWN_FILES)) {
                facts.knownFiles();
            }
        } catch (IOException e) {
            // Whoever reads all files of the pack tells of it.
        }
    }

    private HuntFacts read() throws IOException {
        var names = Set.copyOf(files.names());
        var parts = names.contains(SHIPPED) ? parts() : ShippedParts.NONE;
        var known = names.contains(KNOWN_FILES) ? new KnownFiles(this::knownFilesLater) : KnownFiles.NONE;
        var indicators = new ArrayList<Indicators.Indicator>();
        for (var name : names.stream().sorted().toList()) {
            if (INDICATOR_FILE.matcher(name).matches()) {
                indicators(name, indicators);
            }
        }
        return new HuntFacts(parts, known, new Indicators(indicators));
    }

    /// Whether a file of a pack is one of these, so that nobody else need read it.
    static boolean isOne(String name) {
        return name.equals(SHIPPED)
                || name.equals(KNOWN_FILES)
                || INDICATOR_FILE.matcher(name).matches();
    }

    private void orThrow() {
        if (!faults.none()) {
            new Loaded.Refused(files.display(""), faults.inOrder(files.display(""))).usableOrThrow();
        }
    }

    private List<CsvTable.Row> rows(String name, List<String> columns) throws IOException {
        try (InputStream in = files.open(name)) {
            var text = new String(in.readNBytes(PackContent.LARGEST_FILE), StandardCharsets.UTF_8);
            return CsvTable.of(files.display(name), text, columns, faults).rows();
        }
    }

    private ShippedParts parts() throws IOException {
        var parts = new ArrayList<ShippedParts.Part>();
        for (var row : rows(SHIPPED, List.of("entry", "name", "code", "image", "note", "source"))) {
            needed(row.cell("entry"));
            needed(row.cell("name"));
            needed(row.cell("source"));
            parts.add(new ShippedParts.Part(
                    row.cell("entry").text(),
                    row.cell("name").text(),
                    orNull(row.cell("code")),
                    orNull(row.cell("image"))));
        }
        return new ShippedParts(parts);
    }

    private Map<String, KnownFiles.Contents> knownFilesLater() {
        try {
            var contents = knownFiles();
            orThrow();
            return contents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, KnownFiles.Contents> knownFiles() throws IOException {
        var contents = new HashMap<String, KnownFiles.Contents>();
        for (var row : rows(KNOWN_FILES, List.of("path", "builds", "sha256"))) {
            var path = row.cell("path");
            needed(path);
            if (!path.text().equals(path.text().toLowerCase(Locale.ROOT))
                    || path.text().contains("\\")) {
                faults.at(path, "The path is not in lower case with `/`.", "Write it so; it is compared so.");
            }
            var before = contents.put(
                    path.text(),
                    new KnownFiles.Contents(
                            each(row.cell("sha256"), HuntFactFiles::isHash, "a SHA-256 in lower-case hex"),
                            each(row.cell("builds"), BUILD.asMatchPredicate(), "a build of three parts")));
            if (before != null) {
                faults.at(path, "The path `" + path.text() + "` is there twice.", "Put its contents into one row.");
            }
        }
        return contents;
    }

    private void indicators(String name, List<Indicators.Indicator> indicators) throws IOException {
        for (var row : rows(name, List.of("type", "value", "actor", "note", "caution", "first_published", "source"))) {
            var type = Indicators.Type.of(row.cell("type").text());
            if (type.isEmpty()) {
                faults.at(
                        row.cell("type"),
                        "There is no type `" + row.cell("type").text() + "`.",
                        "Write one of sha256, sha1, path, filename, ip, domain, user_agent.");
                continue;
            }
            needed(row.cell("value"));
            needed(row.cell("source"));
            indicators.add(new Indicators.Indicator(
                    type.get(),
                    row.cell("value").text(),
                    orNull(row.cell("actor")),
                    row.cell("note").text(),
                    row.cell("caution").text(),
                    day(row.cell("first_published")),
                    row.cell("source").text()));
        }
    }

    private void needed(Cell cell) {
        if (cell.isEmpty()) {
            faults.at(cell, "The cell is empty.", "Write a value, or take the row out.");
        }
    }

    private static @Nullable String orNull(Cell cell) {
        return cell.isEmpty() ? null : cell.text();
    }

    private @Nullable LocalDate day(Cell cell) {
        try {
            return cell.isEmpty() ? null : LocalDate.parse(cell.text());
        } catch (DateTimeParseException e) {
            faults.at(cell, "`" + cell.text() + "` is no day.", "Write it like 2021-03-02.");
            return null;
        }
    }

    /// Asked of thousands at once.
    private static boolean isHash(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return text.length() == 64;
    }

    private Set<String> each(Cell cell, Predicate<String> form, String what) {
        var texts = Cell.texts(cell.split());
        for (var text : texts) {
            if (!form.test(text)) {
                faults.at(cell, "`" + text + "` is not " + what + ".", "Correct it, or take it out.");
            }
        }
        return Set.copyOf(new HashSet<>(texts));
    }
}
