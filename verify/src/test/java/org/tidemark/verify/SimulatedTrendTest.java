// SPDX-License-Identifier: Apache-2.0
package org.tidemark.verify;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// From the files of a simulated population its truth is recovered, within the bounds that others rely on.
class SimulatedTrendTest {
    private static final int SERVERS = 2_000;
    private static final int SCANS = 8;

    @TempDir
    private Path temp;

    private Path scans() {
        return temp.resolve("scans");
    }

    private void simulate(long seed) throws IOException {
        var made = Tidemark.run(
                "simulate",
                "--servers",
                "" + SERVERS,
                "--scans",
                "" + SCANS,
                "--seed",
                "" + seed,
                "--out",
                scans() + "");
        assertThat(made.status()).as(made.err()).isZero();
    }

    private List<String> files() throws IOException {
        try (var all = Files.list(scans())) {
            return all.filter(file -> file.toString().endsWith(".gz"))
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
    }

    private static List<NamedCsvRecord> tidemark(String... args) throws IOException {
        var run = Tidemark.run(args);
        assertThat(run.status()).as(run.err()).isIn(0, 1, 3);
        try (var rows = CsvReader.builder().ofNamedCsvRecord(run.out())) {
            return rows.stream().toList();
        }
    }

    private List<NamedCsvRecord> points(String series) throws IOException {
        var data = temp.resolve("data").toString();
        var ingest = new ArrayList<>(List.of("ingest", "--data", data, "--csv"));
        ingest.addAll(files());
        tidemark(ingest.toArray(String[]::new));
        return tidemark("trend", "--campaign", "proxylogon", "--data", data, "--csv").stream()
                .filter(row -> row.getField("series").equals(series))
                .toList();
    }

    /// State by day, counted.
    private NavigableMap<String, Map<String, Integer>> truth() throws IOException {
        var truth = new TreeMap<String, Map<String, Integer>>();
        try (var lines = Files.lines(scans().resolve("truth/states.csv"))) {
            lines.skip(1).forEach(line -> {
                var cells = line.split(",", -1);
                truth.computeIfAbsent(cells[0], _ -> new HashMap<>()).merge(cells[2], 1, Integer::sum);
            });
        }
        return truth;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_tracker_recovers_the_truth_of_a_simulated_population(long seed) throws IOException {
        simulate(seed);
        var truth = truth();
        var points = points("open");
        assertThat(points).hasSize(SCANS);

        var outside = new ArrayList<String>();
        int before = 0;
        for (var point : points) {
            int vulnerable = number(point, "vulnerable");
            int inflow = sum(point, "new", "fromUnknown", "regressed", "reappeared");
            int outflow = sum(point, "newlyPatched", "newlyMitigated", "newlyGone", "toUnknown");
            assertThat(vulnerable).as("the balance of %s", point).isEqualTo(before + inflow - outflow);
            before = vulnerable;
            double real = truth.get(point.getField("date")).getOrDefault("vulnerable", 0);
            if (vulnerable > real * 1.05 || sum(point, "vulnerable", "unknown", "gone") < real * 0.95) {
                outside.add(point.toString());
            }
        }
        assertThat(outside).as("days out of bounds, of %d", SCANS).hasSizeLessThanOrEqualTo(SCANS / 10);
    }

    private static int number(NamedCsvRecord row, String column) {
        return Integer.parseInt(row.getField(column));
    }

    private static int sum(NamedCsvRecord point, String... keys) {
        int sum = 0;
        for (var key : keys) {
            sum += number(point, key);
        }
        return sum;
    }

    /// Whoever counts addresses, and takes what is not seen any more for patched, is wrong in both directions.
    @Test
    void the_naive_count_is_far_from_the_truth_and_the_tracker_is_not() throws IOException {
        simulate(4);
        var last = truth().lastEntry();
        var addresses = new HashSet<String>();
        int stillThere = 0;
        for (var file : files()) {
            boolean today = Path.of(file).getFileName().toString().startsWith(last.getKey());
            for (var server : tidemark("assess", file, "--campaign", "proxylogon", "--csv")) {
                addresses.add(server.getField("server.ip"));
                boolean patched = server.getField("campaigns.proxylogon").equals("FIXED");
                stillThere += today && !patched ? 1 : 0;
            }
        }
        int servers =
                last.getValue().values().stream().mapToInt(Integer::intValue).sum();
        var point = points("open").getLast();

        // The tracker counts every server once, but for the few that nothing but an address tells apart.
        assertThat(number(point, "servers")).isBetween((int) (servers * 0.98), (int) (servers * 1.03));
        assertThat(addresses.size()).as("addresses, of %d servers", servers).isGreaterThan((int) (servers * 1.05));
        double naivelyPatched = (addresses.size() - stillThere) / (double) addresses.size();
        double patched = last.getValue().get("patched") / (double) servers;
        double tracked = number(point, "patched") / (double) servers;
        assertThat(tracked).as("never more than the truth").isLessThanOrEqualTo(patched * 1.01);
        assertThat(naivelyPatched)
                .as("patched by the naive count; %.3f for sure by the tracker, %.3f in truth", tracked, patched)
                .isNotCloseTo(patched, org.assertj.core.data.Offset.offset(0.02));
    }
}
