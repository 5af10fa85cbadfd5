// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.duckdb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Who looked on a day: the files of the day by sensor and method, and what they declare of their coverage.
final class DaySources {
    /// Which sources have seen a server is kept as bits of a number.
    private static final int MOST = 62;

    private final Database database;
    private final Map<Name, Integer> known = new HashMap<>();

    /// A sensor and its method. A file that declares neither goes by its format.
    record Name(String sensor, String method) {}

    /// One source on one day.
    ///
    /// @param number its bit
    /// @param files the files that hold what it saw, by their number: whether the whole file is of that day
    /// @param complete whether it asked everything that it covers
    /// @param ports the ports that it asked; empty for all
    /// @param ranges the address ranges that it asked; empty for all
    /// @param declared what it says of its coverage, as a text to compare; null where it says nothing
    record Source(
            int number,
            Name name,
            Map<Integer, Boolean> files,
            boolean complete,
            List<Integer> ports,
            List<String> ranges,
            @Nullable String declared) {
        long bit() {
            return 1L << number;
        }

        /// The same, of which half is missing: nobody is gone by it.
        ///
        /// @param seen how many servers it saw
        /// @param before how many it saw when it was whole
        Source cutShort(int seen, int before) {
            return new Source(
                    number,
                    name,
                    files,
                    false,
                    ports,
                    ranges,
                    "only part of what it says it covers (" + seen + " servers, before " + before + ")");
        }

        /// Whether it covers every address and port.
        boolean coversAll() {
            return complete && ports.isEmpty() && ranges.isEmpty();
        }
    }

    DaySources(Database database) {
        this.database = database;
        database.each(
                "select id, sensor, method from source",
                row -> known.put(new Name(row.getString(2), row.getString(3)), row.getInt(1)));
    }

    /// The sources of a day, in the order of their names.
    List<Source> of(LocalDate day) {
        var scans = new TreeMap<Name, List<Scan>>(
                (a, b) -> (a.sensor() + '\0' + a.method()).compareTo(b.sensor() + '\0' + b.method()));
        read(day)
                .forEach(scan ->
                        scans.computeIfAbsent(scan.name, _ -> new ArrayList<>()).add(scan));
        return scans.entrySet().stream()
                .map(each -> source(each.getKey(), each.getValue()))
                .toList();
    }

    private record Scan(
            int file,
            boolean whole,
            Name name,
            boolean declared,
            boolean complete,
            List<String> ports,
            List<String> ranges) {
        static Scan read(ResultSet row) throws SQLException {
            var sensor = row.getString(3);
            var method = row.getString(4);
            boolean declared = row.getBoolean(8);
            return new Scan(
                    row.getInt(1),
                    row.getBoolean(2),
                    new Name(sensor == null ? "" : sensor, method == null ? "" : method),
                    declared,
                    row.getBoolean(5),
                    declared ? Values.texts(row, 6) : List.of(),
                    declared ? Values.texts(row, 7) : List.of());
        }
    }

    private List<Scan> read(LocalDate day) {
        return database.rows("""
                select d.file, d.whole, coalesce(s.sensor, ''), coalesce(s.method, f.formats[1], ''),
                    coalesce(s.complete, false), s.ports, s.ranges, s.file is not null
                from file_day d join file f on f.id = d.file left join scan s on s.file = d.file
                where d.day = ? order by d.file
                """, Scan::read, day);
    }

    /// Several files of one source and day are one look: what one of them covers, the source covers.
    private Source source(Name name, List<Scan> scans) {
        var complete = scans.stream().filter(Scan::complete).toList();
        boolean everywhere = complete.stream().anyMatch(scan -> scan.ranges.isEmpty());
        boolean everyPort = complete.stream().anyMatch(scan -> scan.ports.isEmpty());
        var ranges = everywhere ? List.<String>of() : all(complete, Scan::ranges);
        var ports = everyPort ? List.<String>of() : all(complete, Scan::ports);
        var declared = scans.stream().anyMatch(Scan::declared)
                ? (complete.isEmpty() ? "part of " : "") + words(ranges, ports)
                : null;
        return new Source(
                number(name),
                name,
                scans.stream().collect(Collectors.toMap(Scan::file, Scan::whole)),
                !complete.isEmpty(),
                ports.stream().map(Integer::valueOf).toList(),
                ranges,
                declared);
    }

    private static String words(List<String> ranges, List<String> ports) {
        var where = ranges.isEmpty() ? "every address" : String.join(", ", ranges);
        return ports.isEmpty()
                ? where
                : where + (ports.size() == 1 ? ", port " : ", ports ") + String.join(", ", ports);
    }

    private static List<String> all(List<Scan> scans, java.util.function.Function<Scan, List<String>> part) {
        return scans.stream()
                .flatMap(scan -> part.apply(scan).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /// New sources get the next number; those after the last bit share it, and nobody is gone by them.
    private int number(Name name) {
        var number = known.get(name);
        if (number != null) {
            return number;
        }
        int next = Math.min(known.size(), MOST);
        known.put(name, next);
        database.append(() -> {
            try (var row = database.appender("source")) {
                row.beginRow()
                        .append(next)
                        .append(name.sensor())
                        .append(name.method())
                        .endRow();
            }
        });
        return next;
    }
}
