// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestCommandTest {
    private static final String HEAD = "timestamp,ip,port,hostname,tag,asn,geo,region,city,version,servername\n";

    @TempDir
    private Path temp;

    private Program program;

    @BeforeEach
    void a_program_with_a_store_of_its_own() {
        program = new Program(temp.resolve("data"));
    }

    private static String row(String ip, String day, String country, String version) {
        return day + " 01:10:21," + ip + ",443,mail.example.org,exchange,64500," + country + ",R,C," + version
                + ",EX01\n";
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(Files.createDirectories(temp.resolve("scans")).resolve(name), content);
    }

    private Path march() throws IOException {
        return file(
                "march.csv",
                HEAD
                        + row("192.0.2.1", "2021-03-12", "DE", "15.1.2106.2")
                        + row("192.0.2.2", "2021-03-12", "AT", "15.2.1748.36"));
    }

    @Test
    void a_file_comes_in_once_and_says_so() throws IOException {
        var file = march();

        var first = program.json("ingest", file);
        var second = program.json("ingest", file);

        assertThat(first.exit()).isZero();
        assertThat(first.rows("imported"))
                .singleElement()
                .asString()
                .contains("\"file\":\"" + file + "\"", "\"records\":2,\"observations\":2", "\"new\":true");
        assertThat(second.exit()).isZero();
        assertThat(second.rows("imported"))
                .containsExactly(first.rows("imported").getFirst().replace("\"new\":true", "\"new\":false"));
        assertThat(program.json("servers").rows("server")).hasSize(2);
    }

    @Test
    void the_store_answers_as_the_files_do() throws IOException {
        var file = march();
        program.json("ingest", file);

        var fromFile = program.json("assess", file);
        var fromStore = program.json("assess");

        assertThat(fromStore.exit()).isEqualTo(fromFile.exit()).isEqualTo(1);
        assertThat(fromStore.rows("server")).isEqualTo(fromFile.rows("server")).hasSize(2);
    }

    @Test
    void a_file_under_another_name_or_on_standard_input_is_the_same_file() throws IOException {
        var file = march();
        program.json("ingest", file);

        var renamed = program.json("ingest", file("other.csv", Files.readString(file)));
        var piped = program.given(Files.readString(file), "ingest", "-");

        assertThat(renamed.rows("imported").getFirst()).contains("other.csv", "\"new\":false");
        assertThat(piped.rows("imported").getFirst()).contains("\"file\":\"-\"", "\"new\":false");
    }

    @Test
    void standard_input_comes_in_with_the_hash_of_its_bytes() throws IOException {
        var piped = program.given(Files.readString(march()), "ingest", "-");
        var file = program.json("ingest", march());

        assertThat(piped.rows("imported").getFirst()).contains("\"new\":true");
        assertThat(file.rows("imported").getFirst()).contains("\"new\":false");
    }

    @Test
    void a_folder_gives_a_row_for_each_file_that_a_reader_knows() throws IOException {
        march();
        file("notes.bin", "\u0001\u0002 nothing that anybody reads");

        var run = program.json("ingest", temp.resolve("scans"));

        assertThat(run.rows("imported")).hasSize(1);
        assertThat(run.summary()).contains("\"files\":1,\"new\":1,\"alreadyIn\":0", "\"skipped\":1");
    }

    @Test
    void a_file_that_breaks_off_comes_in_with_its_problems_and_tells_them_again() throws IOException {
        var whole = Files.readAllBytes(march());
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(whole);
            gzip.write(row("192.0.2.3", "2021-03-12", "DE", "15.1.2106.2")
                    .repeat(20_000)
                    .getBytes(StandardCharsets.UTF_8));
        }
        var cut = temp.resolve("cut.csv.gz");
        Files.write(cut, Arrays.copyOf(packed.toByteArray(), packed.size() / 2));

        var first = program.json("ingest", cut);
        var second = program.json("ingest", cut);

        assertThat(first.exit()).isEqualTo(3);
        assertThat(first.rows("problem")).hasSize(1);
        assertThat(first.rows("imported").getFirst()).contains("\"problems\":1", "\"new\":true");
        assertThat(second.exit()).isEqualTo(3);
        assertThat(second.rows("problem")).isEqualTo(first.rows("problem"));
        assertThat(second.rows("imported").getFirst()).contains("\"new\":false");
    }

    @Test
    void a_version_that_no_pack_knows_is_the_problem_that_identify_tells_and_is_told_again() throws IOException {
        var file = file("only17.txt", "mail2.example.org 17.0.1.2\n");

        var identified = program.json("identify", file);
        var first = program.json("ingest", file);
        var second = program.json("ingest", file);

        assertThat(first.exit()).isEqualTo(3);
        assertThat(first.rows("problem"))
                .isEqualTo(identified.rows("problem"))
                .singleElement()
                .asString()
                .contains("'17.0.1.2' is no build", "\"line\":1");
        assertThat(first.rows("imported").getFirst()).contains("\"records\":1", "\"problems\":1", "\"new\":true");
        assertThat(second.exit()).isEqualTo(3);
        assertThat(second.rows("problem")).isEqualTo(first.rows("problem"));
    }

    @Test
    void a_version_that_no_pack_knows_is_a_problem_also_where_a_label_names_the_product() throws IOException {
        var file = file("label.csv", HEAD + row("192.0.2.1", "2021-03-12", "DE", "17.0.1.2"));

        for (var command : List.of("identify", "assess", "ingest")) {
            var run = program.json(command, file);

            assertThat(run.exit()).as(command).isEqualTo(3);
            assertThat(run.rows("problem"))
                    .as(command)
                    .singleElement()
                    .asString()
                    .contains("'17.0.1.2' is no build", "\"line\":2");
        }
        assertThat(program.json("servers").rows("server")).hasSize(1);
    }

    @Test
    void a_file_that_nobody_can_read_is_a_problem_and_is_not_recorded() throws IOException {
        var unknown = file("unknown.bin", "\u0001\u0002 nothing that anybody reads");

        var run = program.json("ingest", unknown, march());

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.rows("imported")).hasSize(1);
        assertThat(program.json("ingest", unknown).rows("problem")).hasSize(1);
    }

    @Test
    void a_side_file_declares_a_scan_and_an_option_counts_more() throws IOException {
        var file = file("undated.csv", HEAD + ",192.0.2.1,443,,exchange,,,,,15.1.2106.2,\n");
        file("undated.csv.scan.yaml", "sensor: one\nports: [443]\nendedAt: 2021-03-09T12:00:00Z\n");

        var run = program.json("ingest", temp.resolve("scans"));

        assertThat(run.rows("imported")).hasSize(1);
        assertThat(run.rows("problem")).isEmpty();
        assertThat(program.json("servers").rows("server").getFirst()).contains("\"lastSeen\":\"2021-03-09T12:00:00Z\"");

        var other = new Program(temp.resolve("other"));
        other.json("ingest", file, "--ended-at", "2021-03-10T12:00:00Z");
        assertThat(other.json("servers").rows("server").getFirst()).contains("\"lastSeen\":\"2021-03-10T12:00:00Z\"");
    }

    @Test
    void a_file_with_a_wrong_side_file_stays_out_until_it_is_corrected() throws IOException {
        march();
        for (var wrong :
                List.of("sensor: [a, b]", "colour: red", "ports: web", "endedAt: yesterday", "- a", "a: {b: c}")) {
            file("march.csv.scan.yaml", wrong + "\n");

            var run = program.json("ingest", temp.resolve("scans").resolve("march.csv"));

            assertThat(run.exit()).as(wrong).isEqualTo(3);
            assertThat(run.rows("imported")).isEmpty();
            assertThat(run.rows("problem")).singleElement().asString().contains("march.csv.scan.yaml");
        }
        file("march.csv.scan.yaml", "sensor: a\n");
        assertThat(program.json("ingest", temp.resolve("scans"))
                        .rows("imported")
                        .getFirst())
                .contains("\"new\":true");
    }

    @Test
    void a_side_file_without_its_scan_is_a_problem() throws IOException {
        var side = file("gone.csv.scan.yaml", "sensor: a\n");

        var run = program.json("ingest", side, march());

        assertThat(run.rows("problem")).singleElement().asString().contains("gone.csv.scan.yaml");
        assertThat(run.rows("imported")).hasSize(1);
    }

    @Test
    void servers_have_a_stable_id_and_a_history_and_can_be_sifted() throws IOException {
        program.json("ingest", march());
        program.json("ingest", file("april.csv", HEAD + row("192.0.2.1", "2021-04-14", "DE", "15.1.2106.13")));

        var all = program.json("servers").rows("server");

        assertThat(all).hasSize(2);
        assertThat(all.getFirst())
                .startsWith("{\"type\":\"server\",\"id\":\"")
                .contains(
                        "\"firstSeen\":\"2021-03-12T01:10:21Z\",\"lastSeen\":\"2021-04-14T01:10:21Z\",\"sightings\":2",
                        "\"build\":\"15.1.2106.13\"");
        assertThat(program.json("servers", "--country", "at").rows("server")).containsExactly(all.get(1));
        assertThat(program.json("servers", "--build", "15.1.2106").rows("server"))
                .containsExactly(all.get(0));
        assertThat(program.json("servers", "--open", "--cve", "CVE-2021-26855").rows("server"))
                .isEmpty();
        assertThat(program.json("servers", "--open", "--campaign", "proxyshell").rows("server"))
                .hasSize(1);
        var id = all.get(1).replaceAll(".*\"id\":\"([0-9a-f]+)\".*", "$1");
        assertThat(program.json("servers", id).rows("server")).containsExactly(all.get(1));
    }

    @Test
    void an_id_that_is_not_in_the_store_is_the_users_mistake_and_is_named() throws IOException {
        program.json("ingest", march());
        var id = program.json("servers").rows("server").getFirst().replaceAll(".*\"id\":\"([0-9a-f]+)\".*", "$1");

        var run = program.json("servers", id, "99999");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("No server in the store has the id 99999;");
        assertThat(run.rows("server")).hasSize(1);
        assertThat(run.summary()).contains("\"partial\":true");
    }

    @Test
    void a_filter_that_nothing_passes_says_so_in_words() throws IOException {
        program.json("ingest", march());

        var run = program.json("servers", "--country", "ZZ");

        assertThat(run.rows("server")).isEmpty();
        assertThat(run.summary()).contains("\"listed\":0");
        assertThat(run.err()).contains("None matches what was asked, of 2 servers.");
    }

    @Test
    void a_run_that_cannot_go_on_ends_with_a_summary_all_the_same() throws IOException {
        var folder = Files.createDirectories(temp.resolve("data"));
        Files.writeString(folder.resolve("tidemark.duckdb"), "no store at all");

        var servers = program.json("servers");

        assertThat(servers.exit()).isEqualTo(3);
        assertThat(servers.out()).hasSize(1);
        assertThat(servers.summary()).contains("\"partial\":true", "\"packs\":[{\"id\":\"exchange\"");
        assertThat(program.json("servers", "--data", "").err()).contains("--data names no folder");
    }

    @Test
    void without_a_store_a_sentence_says_how_to_make_one() {
        var servers = program.json("servers");
        var assess = program.json("assess");

        assertThat(servers.exit()).isEqualTo(2);
        assertThat(servers.err()).contains("There is no store in " + temp.resolve("data"), "tidemark ingest");
        assertThat(assess.exit()).isEqualTo(2);
        assertThat(assess.err()).contains("Say what to assess");
        assertThat(temp.resolve("data")).doesNotExist();
    }
}
