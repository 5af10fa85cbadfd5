// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The command over a real store: places, names, mistakes, and that the day on which it runs leaves no trace.
class ExportCommandTest {
    private static final List<String> PUBLISHER = List.of(
            "--publisher", "CERT Example", "--publisher-url", "https://cert.example.org", "--contact", "a@example.org");
    private static final String SCAN = """
            "timestamp","ip","port","hostname","tag","version","servername"
            "2021-03-09 01:00:00","192.0.2.1",443,"mail.example.org","exchange","15.1.2176.2","EX01"
            "2021-03-09 01:00:01","192.0.2.2",443,"=cmd|'x'!A1","exchange;webshell","15.1.2176.9","<b>"
            "2021-03-09 01:00:02","2001:db8::3",443,,"exchange","15.1.2176",
            """;

    @TempDir
    private Path temp;

    private Program program;
    private Path out;

    @BeforeEach
    void a_store_of_three_servers() throws IOException {
        program = new Program(temp.resolve("data"));
        out = temp.resolve("out");
        var scan = Files.writeString(temp.resolve("2021-03-09-scan_exchange.csv"), SCAN);
        assertThat(program.json("ingest", scan).exit()).isZero();
    }

    private Program.Run export(Program by, String format, Path to, String... more) {
        var arguments = new java.util.ArrayList<Object>(List.of("export", "--format", format, "--out", to));
        for (int i = 0; i < PUBLISHER.size(); i += 2) {
            if (!List.of(more).contains(PUBLISHER.get(i))) {
                arguments.addAll(PUBLISHER.subList(i, i + 2));
            }
        }
        arguments.addAll(List.of(more));
        return by.json(arguments.toArray());
    }

    private Map<String, String> files(Path folder) throws IOException {
        var files = new TreeMap<String, String>();
        try (var list = Files.list(folder)) {
            for (var file : list.toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return files;
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void a_second_export_on_another_day_gives_the_same_bytes(ExportFormat format) throws IOException {
        var first = temp.resolve("first");
        var second = temp.resolve("second");
        assertThat(export(program, format.id(), first).exit()).isZero();
        assertThat(export(program.at("2031-05-06T07:08:09Z"), format.id(), second)
                        .exit())
                .isZero();

        assertThat(files(first)).isNotEmpty().isEqualTo(files(second));
        assertThat(files(first).values()).noneMatch(text -> text.contains("2026-11-24") || text.contains("2031-05"));
    }

    @Test
    void documents_of_a_campaign_are_named_by_their_tracking_id() throws IOException {
        var run = export(program, "csaf", out, "--campaign", "proxylogon");

        assertThat(run.exit()).isZero();
        assertThat(files(out))
                .containsOnlyKeys(
                        "tidemark-advisory-exchange-proxylogon.json", "tidemark-vex-exchange-proxylogon.json");
        files(out).forEach((name, text) -> assertThat(text).contains("\"id\": \"" + name.replace(".json", "") + "\""));
        assertThat(run.rows("written")).hasSize(2);
        assertThat(run.summary())
                .contains("\"servers\":3", "\"open\":1", "\"undecided\":1", "\"compromised\":1", "\"files\":2");
    }

    @ParameterizedTest
    @CsvSource({
        "stix, a.json",
        "ssvc, a.jsonl",
        "ocsf, a.jsonl",
        "intelmq, a.csv",
        "intelmq, a.jsonl",
        "xarf, a.jsonl",
    })
    void an_export_goes_to_the_file_that_is_named(String format, String name) throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve(name), "what was there");

        assertThat(export(program, format, out.resolve(name), "--campaign", "proxylogon")
                        .exit())
                .isZero();
        assertThat(files(out)).containsOnlyKeys(name);
        assertThat(Files.readString(out.resolve(name)))
                .contains(format.equals("ssvc") ? "CVE-2021-26855" : "192.0.2.1")
                .doesNotContain("what was there");
    }

    @Test
    void a_selection_list_is_about_one_flaw() throws IOException {
        var many = export(program, "ssvc", temp.resolve("a.json"), "--campaign", "proxylogon");
        assertThat(many.exit()).isEqualTo(2);
        assertThat(many.err()).contains("A selection list is about one flaw");
        assertThat(temp.resolve("a.json")).doesNotExist();

        assertThat(export(program, "ssvc", temp.resolve("a.json"), "--cve", "CVE-2021-26855")
                        .exit())
                .isZero();
        assertThat(temp.resolve("a.json")).content().contains("\"BOD2604\"", "\"3DF\"");
        assertThat(export(program, "ssvc", out, "--campaign", "proxylogon").exit())
                .isZero();
        assertThat(files(out)).hasSize(4).containsKey("tidemark-ssvc-cve-2021-26855.json");
    }

    @Test
    void a_folder_of_reports_has_a_file_for_each_named_by_its_id() throws IOException {
        assertThat(export(program, "xarf", out, "--campaign", "proxylogon").exit())
                .isZero();

        assertThat(files(out)).hasSize(5);
        files(out)
                .forEach((name, text) ->
                        assertThat(text).contains("\"report_id\": \"" + name.replace(".json", "") + "\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"csaf", "xarf"})
    void who_publishes_is_said_or_nothing_is_written(String format) {
        var run = program.json("export", "--format", format, "--out", out);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--publisher NAME and --publisher-url URL");
        assertThat(out).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "csaf | --publisher-url | ftp://x | is no web address",
                "csaf | --publisher-url | https:// | is no web address",
                "csaf | --publisher-url | https://a b | is no web address",
                "csaf | --publisher-url | https://[2001:db8::1]/ | is no web address",
                "xarf | --contact | nobody | is no mail address",
                "xarf | --contact | a..b@example.org | is no mail address",
                "xarf | --contact | a@-b.example | is no mail address",
                "xarf | --tlp | PURPLE | is no label",
                "stix | --campaign | nothing | There is no campaign",
                "stix | --cve | CVE-2099-99999 | No loaded knowledge pack knows CVE-2099-99999",
                "stix | --cve | nonsense | is no CVE",
            })
    void mistakes_are_told_in_a_sentence(String format, String option, String value, String words) {
        var run = export(program, format, out, option, value);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(words);
        assertThat(out).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"csaf, x.json", "stix, x.csv", "ocsf, x.json", "intelmq, x.json", "xarf, x.csv", "stix, none/x.json"})
    void a_name_that_does_not_fit_is_refused(String format, String name) {
        var run = export(program, format, temp.resolve(name));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--out");
        assertThat(temp.resolve(name)).doesNotExist();
    }

    @Test
    void a_report_needs_a_contact_and_a_publisher_an_address() {
        var contact = program.json(
                "export", "--format", "xarf", "--out", out, "--publisher", "X", "--publisher-url", "https://x.example");
        assertThat(contact.exit()).isEqualTo(2);
        assertThat(contact.err()).contains("--contact MAIL");
        var half = program.json("export", "--format", "stix", "--out", out, "--publisher", "X");
        assertThat(half.exit()).isEqualTo(2);
        assertThat(half.err()).contains("give both");
    }

    @Test
    void the_label_is_the_one_that_is_asked_for() throws IOException {
        assertThat(export(program, "csaf", out, "--campaign", "proxylogon").exit())
                .isZero();
        assertThat(files(out).get("tidemark-advisory-exchange-proxylogon.json")).contains("\"label\": \"WHITE\"");
        assertThat(files(out).get("tidemark-vex-exchange-proxylogon.json"))
                .contains("\"label\": \"AMBER\"", "TLP:AMBER+STRICT");

        assertThat(export(program, "csaf", out, "--campaign", "proxylogon", "--tlp", "tlp:green")
                        .exit())
                .isZero();
        assertThat(files(out).values()).allMatch(text -> text.contains("\"label\": \"GREEN\""));
    }

    @Test
    void a_store_without_servers_of_a_product_has_no_status_and_says_so() throws IOException {
        var empty = new Program(temp.resolve("empty"));
        var scan = Files.writeString(
                temp.resolve("2021-03-10-scan_exchange.csv"),
                SCAN.lines().findFirst().orElseThrow() + "\n");
        assertThat(empty.json("ingest", scan).exit()).isZero();

        var run = export(empty, "csaf", out, "--campaign", "proxylogon");
        assertThat(run.exit()).isZero();
        assertThat(run.err()).contains("No server runs any of these products");
        assertThat(files(out)).containsOnlyKeys("tidemark-advisory-exchange-proxylogon.json");
        for (var format : List.of("stix", "ocsf", "intelmq", "xarf")) {
            assertThat(export(empty, format, temp.resolve(format)).exit()).isZero();
        }
        assertThat(files(temp.resolve("xarf"))).isEmpty();
        assertThat(files(temp.resolve("ocsf"))).containsEntry("tidemark-ocsf.jsonl", "");
        assertThat(files(temp.resolve("intelmq")).get("tidemark-intelmq.csv").lines())
                .hasSize(1);
    }

    @Test
    void a_store_that_is_not_there_is_told() {
        var run = export(new Program(temp.resolve("nothing")), "stix", out);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("There is no store in");
        assertThat(out).doesNotExist();
    }

    @Test
    void what_cannot_be_written_leaves_what_was_there() throws IOException {
        Files.createDirectories(out.resolve("tidemark-ocsf.jsonl"));
        Files.writeString(out.resolve("tidemark-ocsf.jsonl").resolve("full"), "x");

        var run = export(program, "ocsf", out);

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("cannot be written");
        try (var left = Files.list(out)) {
            assertThat(left).as("no half file beside it").hasSize(1);
        }
    }

    @Test
    void people_get_a_sentence_for_each_file() {
        var arguments = new java.util.ArrayList<Object>(
                List.of("export", "--format", "intelmq", "--campaign", "proxylogon", "--out", out));
        var run = program.text(80, "C", arguments.toArray());

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .containsExactly(
                        out.resolve("tidemark-intelmq.csv") + ": 2 events.",
                        out.resolve("tidemark-intelmq.jsonl") + ": 2 events.");
    }
}
