// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulateCommandTest {
    private static final Pattern SEEN = Pattern.compile(
            "\"ip\":\"([0-9.]+)\".*\"seenAt\":\"([0-9-]{10}).*\"build\":\"([0-9.]+)\",\"parts\":([34])");

    @TempDir
    private Path temp;

    private Program program;

    @BeforeEach
    void a_program_with_a_store_of_its_own() {
        program = new Program(temp.resolve("data"));
    }

    private Path simulated(String name, int servers, int scans, long seed) {
        var out = temp.resolve(name);
        var run = program.json("simulate", "--servers", servers, "--scans", scans, "--seed", seed, "--out", out);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        return out;
    }

    /// Every file below a folder.
    private static Map<String, byte[]> contents(Path folder) throws IOException {
        var contents = new TreeMap<String, byte[]>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return contents;
    }

    private static List<Path> scans(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".gz"))
                    .sorted()
                    .toList();
        }
    }

    private static long lines(Path file) throws IOException {
        var in = Files.newInputStream(file);
        try (var reader = new InputStreamReader(
                file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8)) {
            return reader.readAllAsString().lines().count();
        }
    }

    @Test
    void the_same_seed_gives_the_same_bytes() throws IOException {
        var one = contents(simulated("one", 700, 4, 5));
        var same = contents(simulated("same", 700, 4, 5));
        var other = contents(simulated("other", 700, 4, 6));

        assertThat(same).containsExactlyInAnyOrderEntriesOf(one);
        assertThat(other.keySet()).isEqualTo(one.keySet());
        assertThat(other.get("truth/states.csv")).isNotEqualTo(one.get("truth/states.csv"));
    }

    @Test
    void each_scan_has_a_report_and_a_web_scan_with_a_side_file_each_in_the_order_of_names() throws IOException {
        assertThat(contents(simulated("out", 100, 2, 1)).keySet())
                .containsExactly(
                        "2021-03-01-shadowserver-scan_exchange.csv.gz",
                        "2021-03-01-shadowserver-scan_exchange.csv.gz.scan.yaml",
                        "2021-03-01-zgrab2.jsonl.gz",
                        "2021-03-01-zgrab2.jsonl.gz.scan.yaml",
                        "2021-03-02-shadowserver-scan_exchange.csv.gz",
                        "2021-03-02-shadowserver-scan_exchange.csv.gz.scan.yaml",
                        "2021-03-02-zgrab2.jsonl.gz",
                        "2021-03-02-zgrab2.jsonl.gz.scan.yaml",
                        "truth/servers.csv",
                        "truth/states.csv");
    }

    @Test
    void every_written_file_is_told_with_its_rows() throws IOException {
        var out = temp.resolve("out");

        var run = program.json("simulate", "--servers", 300, "--scans", 2, "--seed", 3, "--out", out);

        assertThat(run.rows("written")).hasSize(6);
        for (var file : List.of("2021-03-02-zgrab2.jsonl.gz", "truth/states.csv")) {
            var path = out.resolve(file);
            long rows = lines(path) - (file.endsWith(".csv") ? 1 : 0);
            assertThat(run.rows("written"))
                    .contains("{\"type\":\"written\",\"file\":\"" + path + "\",\"rows\":" + rows + "}");
        }
        assertThat(run.summary())
                .contains("\"scenario\":\"march-2021\"", "\"servers\":300", "\"seed\":3", "\"files\":6")
                .contains("\"problems\":0,\"partial\":false");
    }

    @Test
    void every_server_has_one_true_row_a_day_from_its_first_day_on() throws IOException {
        var truth = simulated("out", 3000, 8, 2).resolve("truth");
        var since = new HashMap<String, String>();
        try (var rows = CsvReader.builder().ofNamedCsvRecord(truth.resolve("servers.csv"))) {
            rows.forEach(row -> since.put(row.getField("server"), row.getField("since")));
        }
        var days = new HashMap<String, Integer>();
        var seen = new HashSet<String>();
        try (var rows = CsvReader.builder().ofNamedCsvRecord(truth.resolve("states.csv"))) {
            for (var row : rows) {
                assertThat(seen.add(row.getField("server") + row.getField("date")))
                        .isTrue();
                assertThat(row.getField("state")).isIn("vulnerable", "patched", "mitigated", "gone");
                assertThat(row.getField("address").isEmpty())
                        .isEqualTo(row.getField("state").equals("gone"));
                assertThat(row.getField("build").split("\\.")).hasSize(4);
                days.merge(row.getField("server"), 1, Integer::sum);
            }
        }
        assertThat(days.keySet()).isEqualTo(since.keySet()).hasSizeGreaterThan(3000);
        days.forEach((server, count) -> assertThat(count)
                .isEqualTo(8 - Integer.parseInt(since.get(server).substring(8)) + 1));
    }

    /// What is read from the files is the truth, but for the few sightings that were misread or damaged.
    @Test
    void what_identify_reads_is_what_was_true() throws IOException {
        var out = simulated("out", 4000, 3, 8);
        var truth = new HashMap<String, String>();
        try (var rows = CsvReader.builder().ofNamedCsvRecord(out.resolve("truth/states.csv"))) {
            rows.forEach(row -> truth.put(row.getField("date") + " " + row.getField("address"), row.getField("build")));
        }
        var files = scans(out);

        var run = program.json(
                "identify", files.get(0), files.get(1), files.get(2), files.get(3), files.get(4), files.get(5));

        int right = 0;
        int wrong = 0;
        for (var row : run.rows("observation")) {
            var seen = SEEN.matcher(row);
            assertThat(seen.find()).as(row).isTrue();
            var build = truth.get(seen.group(2) + " " + seen.group(1));
            assertThat(build).as(row).isNotNull();
            boolean agrees =
                    seen.group(4).equals("4") ? build.equals(seen.group(3)) : build.startsWith(seen.group(3) + ".");
            right += agrees ? 1 : 0;
            wrong += agrees ? 0 : 1;
            assertThat(row).contains("\"family\":\"exchange\"", "\"flags\":[]");
        }
        assertThat(wrong).isBetween(1, right / 500);
        assertThat(run.rows("problem"))
                .hasSizeBetween(1, right / 500)
                .allMatch(
                        row -> row.contains("sound JSON") || row.contains("is no address, and the row names no host"));
        assertThat(right).isGreaterThan(11_000);
    }

    @Test
    void the_store_takes_the_files_with_what_they_declare() throws IOException {
        var out = simulated("out", 200, 2, 12);

        var run = program.json(
                "ingest", out.resolve("2021-03-01-zgrab2.jsonl.gz"), out.resolve("2021-03-02-zgrab2.jsonl.gz"));

        assertThat(run.rows("imported")).hasSize(2).allMatch(row -> row.contains("\"new\":true"));
        assertThat(run.rows("problem")).isEmpty();
    }

    @Test
    void a_folder_with_something_in_it_is_left_alone() throws IOException {
        var out = Files.createDirectories(temp.resolve("out"));
        assertThat(simulated("out", 50, 1, 1)).isEqualTo(out);
        var before = contents(out);

        var run = program.json("simulate", "--servers", 50, "--scans", 1, "--seed", 2, "--out", out);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("is not empty");
        assertThat(contents(out)).containsExactlyInAnyOrderEntriesOf(before);
    }

    @Test
    void the_first_scan_may_be_later() throws IOException {
        var out = temp.resolve("out");

        program.json(
                "simulate",
                "--servers",
                50,
                "--scans",
                1,
                "--seed",
                2,
                "--out",
                out,
                "--start",
                "2021-03-09",
                "--zgrab-share",
                "0.5");

        assertThat(scans(out).getFirst().getFileName().toString()).startsWith("2021-03-09-");
        assertThat(lines(scans(out).getLast())).isBetween(10L, 40L);
    }

    @ParameterizedTest
    @CsvSource({
        "--servers, 0, --servers must lie between 1 and 2000000.",
        "--scans, 0, --scans must lie between 1 and 400.",
        "--scans, many, --scans",
        "--zgrab-share, 2, --zgrab-share must lie between 0 and 1.",
        "--start, 2021-02-01, --start must lie between 2021-03-01",
        "--start, tomorrow, --start",
        "--scenario, april, There is no scenario 'april'. Known are: march-2021.",
    })
    void what_cannot_be_simulated_is_said(String option, String value, String said) {
        var options = new TreeMap<>(Map.of("--servers", "5", "--scans", "1", "--seed", "1"));
        options.put(option, value);
        var words = new java.util.ArrayList<Object>(List.of("simulate", "--out", temp.resolve("out")));
        options.forEach((name, text) -> words.addAll(List.of(name, text)));

        var run = program.json(words.toArray());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(said);
        assertThat(temp.resolve("out")).doesNotExist();
    }
}
