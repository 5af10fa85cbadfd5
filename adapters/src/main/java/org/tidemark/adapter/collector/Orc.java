// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.collector;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tidemark.hunt.Absence;
import org.tidemark.hunt.Coverage;
import org.tidemark.hunt.Kind;

/// What DFIR-ORC leaves: samples whose names say no folder, and `GetThis.csv`, which does. It names volumes by
/// number, so
/// where there is but one it is taken as C:.
final class Orc implements Layout {
    private static final Pattern ARCHIVE = Pattern.compile(
            "(?i)DFIR-ORC_(?:WorkStation|Server|DomainController)_(.{1,255})_[A-Za-z]{1,32}\\.7z(?:\\.p7b)?");

    private final Map<String, String> told = new HashMap<>();
    private final Map<Kind, Absence> leftOut = new EnumMap<>(Kind.class);
    private final String drive;
    private @Nullable String host;

    /// @param place the folder or archive with `/` between its parts
    Orc(Folder folder, String place, Records records) {
        host = hostOf(place);
        var volumes = new HashSet<String>();
        records.rows(folder.file("getthis.csv"), row -> {
            volumes.add(row.getOrDefault("volumeid", ""));
            var computer = row.getOrDefault("computername", "");
            host = computer.isEmpty() ? host : computer;
            row(row);
        });
        drive = volumes.size() == 1 ? "C:" : "";
        if (host == null) {
            var hosts = new HashSet<String>();
            for (var name : folder.files(name -> name.startsWith("dfir-orc_"))) {
                var named = hostOf(name);
                if (named != null) {
                    hosts.add(named);
                }
            }
            host = hosts.size() == 1 ? hosts.iterator().next() : null;
        }
    }

    /// The computer that the name of an outer archive holds; null where it is none.
    static @Nullable String hostOf(String place) {
        var archive = ARCHIVE.matcher(Label.last(place));
        return archive.matches() ? archive.group(1) : null;
    }

    private void row(Map<String, String> row) {
        var full = row.getOrDefault("fullname", "").replace('/', '\\');
        var sample = row.getOrDefault("samplename", "").replace('\\', '/').toLowerCase(Locale.ROOT);
        if (!full.startsWith("\\") || Paths.straight(full) == null) {
            return;
        }
        if (sample.isEmpty()) {
            Places.kind(full).ifPresent(kind -> leftOut.put(kind, overLimit(full)));
        } else {
            told.putIfAbsent(sample, full);
            told.putIfAbsent(sample.substring(sample.lastIndexOf('/') + 1), full);
        }
    }

    private static Absence overLimit(String file) {
        return new Absence(
                Coverage.Status.NOT_COLLECTED,
                "DFIR-ORC saw such files and did not take them, as GetThis.csv says: a limit was reached.",
                "Copy " + file + " and its neighbours.");
    }

    @Override
    public @Nullable String host() {
        return host;
    }

    @Override
    public @Nullable String path(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        var whole = told.get(lower);
        var path = whole != null ? whole : told.get(lower.substring(lower.lastIndexOf('/') + 1));
        return path == null ? null : drive + path;
    }

    @Override
    public boolean isOwn(String name) {
        return name.equalsIgnoreCase("GetThis.csv") || name.equalsIgnoreCase("Statistics.json");
    }

    @Override
    public Map<Kind, Absence> told() {
        return leftOut;
    }
}
