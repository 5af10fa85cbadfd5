// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.duckdb;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Build;
import org.tidemark.asset.Server;
import org.tidemark.exposure.Confidence;
import org.tidemark.exposure.Flag;
import org.tidemark.exposure.Observation;
import org.tidemark.exposure.Sighting;
import org.tidemark.run.Knowledge;
import org.tidemark.run.Recall;
import org.tidemark.run.ScanDeclaration;
import org.tidemark.run.Store;
import org.tidemark.track.Point;
import org.tidemark.track.Trend;
import org.tidemark.track.TrendQuestion;

/// A store whose servers are followed, filled by a few words a scan.
///
/// A scan is `address host name certificate build`, several with `;` between them, `-` for what is not known. The build
/// may be followed by `+CVE…` (hindered), `-CVE…` (open to use) or `!cloud`.
final class Followed implements AutoCloseable {
    static final Knowledge KNOWLEDGE = Invented.knowledge(Path.of("src/test/resources/packs/ripple"));
    static final Instant NOW = Instant.parse("2020-06-01T12:00:00Z");
    private static final Recall RECALL = new Recall(KNOWLEDGE);

    private final Store store;
    private int files;

    Followed(Path folder) {
        this(DuckDbStore.open(folder, KNOWLEDGE));
    }

    Followed(Store store) {
        this.store = store;
    }

    Store store() {
        return store;
    }

    /// A scan of everything, by the sensor `main`.
    Followed scan(String day, String rows) {
        return scan("main", day, rows);
    }

    Followed scan(String sensor, String day, String rows) {
        return put(declared(sensor, day, List.of(), List.of(), true), day, rows);
    }

    static ScanDeclaration declared(
            String sensor, String day, List<Integer> ports, List<String> ranges, boolean complete) {
        var at = LocalDate.parse("2020-" + day).atTime(12, 0).toInstant(ZoneOffset.UTC);
        return new ScanDeclaration(sensor, "path", ports, ranges, complete, at.minusSeconds(3600), at);
    }

    /// A file that says nothing of what it covers.
    Followed undeclared(String day, String rows) {
        return put(ScanDeclaration.NOTHING, day, rows);
    }

    Followed put(ScanDeclaration scan, String day, String rows) {
        var time = LocalDate.parse("2020-" + day).atTime(11, 30).toInstant(ZoneOffset.UTC);
        return put(scan, time, rows, "scan " + ++files + " " + scan.sensor() + day + rows);
    }

    Followed put(ScanDeclaration scan, Instant time, String rows, String name) {
        try (var taken = store.begin(scan, NOW)) {
            for (var row : rows.split(";", -1)) {
                if (!row.isBlank()) {
                    taken.add(seen(row.strip(), time));
                }
            }
            taken.finish(Invented.content(name, 1));
        }
        return this;
    }

    private static Observation seen(String row, Instant at) {
        var parts = Arrays.stream(row.split("\\s+"))
                .map(part -> part.equals("-") ? null : part)
                .toList();
        var build = parts.get(4) == null
                ? null
                : Build.parse(String.valueOf(parts.get(4))).orElseThrow();
        var hindered = new java.util.HashMap<String, Boolean>();
        var flags = EnumSet.noneOf(Flag.class);
        for (var more : parts.subList(5, parts.size())) {
            switch (String.valueOf(more).charAt(0)) {
                case '+' -> hindered.put(String.valueOf(more).substring(1), true);
                case '!' -> flags.add(Flag.CLOUD);
                default -> hindered.put(String.valueOf(more).substring(1), false);
            }
        }
        return observation(
                new Server(parts.get(0), 443, parts.get(1), parts.get(2), parts.get(3)), build, hindered, flags, at);
    }

    private static Observation observation(
            Server server, @Nullable Build build, Map<String, Boolean> hindered, Set<Flag> flags, Instant at) {
        var subject = RECALL.subject("tiny", build, "path", false);
        return new Observation(
                server,
                at,
                flags.isEmpty() ? "tiny" : null,
                build,
                subject == null ? null : subject.knownProduct().orElse(null),
                subject,
                "path",
                Confidence.MEDIUM,
                flags,
                build == null ? List.of() : List.of(build),
                build + " by path.",
                Set.of(),
                Map.of(),
                hindered,
                Map.of("country", server.ip() != null && server.ip().startsWith("192.") ? "AT" : "DE"),
                new Sighting.Source("scan.jsonl", 1L, "zgrab2"));
    }

    Followed track() {
        store.track(NOW, Store.Watch.NOBODY);
        return this;
    }

    Trend trend() {
        return trend(null);
    }

    Trend trend(TrendQuestion.@Nullable Dimension by) {
        track();
        var judges = KNOWLEDGE.judges();
        return store.trend(new TrendQuestion(
                judges.place("ripple"),
                LocalDate.of(2020, 2, 11),
                by,
                judges.supportAt(LocalDate.of(2020, 2, 11)),
                _ -> null));
    }

    /// The open series of all servers, a line a day: `02-11 V2 P1 M0 U0 G0` and, where they are not 0, the
    /// number not
    /// covered and the flows.
    List<String> open() {
        return lines(trend(), Point.Series.OPEN);
    }

    static List<String> lines(Trend trend, Point.Series series) {
        var lines = new ArrayList<String>();
        for (var point : trend.points()) {
            if (point.series() == series && point.group().equals("all")) {
                lines.add(line(point));
            }
        }
        return lines;
    }

    static String line(Point point) {
        var s = point.stocks();
        var f = point.flows();
        var line = new StringBuilder(point.date().toString().substring(5) + " V" + s.vulnerable() + " P" + s.patched()
                + " M" + s.mitigated() + " U" + s.unknown() + " G" + s.gone());
        add(line, "not covered", s.notCovered());
        add(line, "new", f.fresh());
        add(line, "from unknown", f.fromUnknown());
        add(line, "regressed", f.regressed());
        add(line, "reappeared", f.reappeared());
        add(line, "patched", f.patched());
        add(line, "mitigated", f.mitigated());
        add(line, "gone", f.gone());
        add(line, "to unknown", f.toUnknown());
        return line.toString();
    }

    private static void add(StringBuilder line, String what, int number) {
        if (number != 0) {
            line.append(", ").append(number).append(' ').append(what);
        }
    }

    List<String> ids() {
        track();
        var ids = new ArrayList<String>();
        store.servers(server -> ids.add(server.id()));
        return ids;
    }

    @Override
    public void close() {
        store.close();
    }
}
