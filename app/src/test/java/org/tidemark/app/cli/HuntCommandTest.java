// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidemark.adapter.RowScreen;
import org.tidemark.adapter.sigma.SigmaReader;
import org.tidemark.adapter.sigma.Sources;
import org.tidemark.app.BundledPacks;
import org.tidemark.hunt.Hunter;
import org.tidemark.hunt.Kind;

class HuntCommandTest {
    private static final String PROXY = "DateTime,AnchorMailbox,ClientIpAddress,ServerHostName,HttpStatus\n";
    private static final String WEB = "#Fields: date time cs-method cs-uri-stem cs-uri-query c-ip sc-status\n";

    @TempDir
    private Path temp;

    private Program program;

    @BeforeEach
    void a_program() {
        program = new Program(temp.resolve("data"));
    }

    @Test
    void every_rule_of_a_pack_hits_and_misses_what_it_must() {
        var packs = new BundledPacks(HuntCommandTest.class.getClassLoader()).load(List.of());
        var rules = packs.families().stream()
                .flatMap(family -> family.hunts().get().stream())
                .toList();
        var reader = new SigmaReader(Sources.bundled());
        assertThat(rules).hasSizeGreaterThan(10);
        assertThat(rules)
                .allSatisfy(rule -> assertThat(RulesCommand.Trial.faults(reader, rule, packs.huntFacts()))
                        .as(rule.file())
                        .isEmpty());
    }

    /// Rows that cannot matter are passed over by their bytes: the examples of all rules are found all the same.
    @Test
    void what_a_rule_must_hit_a_hunt_finds_too() throws IOException {
        var packs = new BundledPacks(HuntCommandTest.class.getClassLoader()).load(List.of());
        for (var family : packs.families()) {
            int number = 0;
            for (var rule : family.hunts().get()) {
                for (var example : rule.examples()) {
                    if (example.hit()) {
                        var file = temp.resolve("rule" + ++number + "/" + example.path());
                        Files.createDirectories(file.getParent());
                        Files.writeString(file, example.content(), java.nio.charset.StandardCharsets.ISO_8859_1);
                        var id = rule.text()
                                .lines()
                                .filter(line -> line.startsWith("id: "))
                                .findFirst()
                                .orElseThrow();
                        assertThat(program.json("hunt", "--no-store", temp.resolve("rule" + number))
                                        .rows("finding"))
                                .as(example.file())
                                .anyMatch(row -> row.contains(
                                        "\"rule\":\"" + id.substring(4).strip() + "\""));
                    }
                }
            }
        }
    }

    @Test
    void every_campaign_has_a_playbook_that_begins_with_what_must_be_kept() {
        var packs = new BundledPacks(HuntCommandTest.class.getClassLoader()).load(List.of());
        for (var family : packs.families()) {
            var playbooks = family.playbooks().get();
            for (var campaign : family.catalogue().campaigns()) {
                var steps = playbooks.get(campaign.name()).about(org.tidemark.hunt.Stage.USED);
                assertThat(steps.getFirst().phase()).isEqualTo(org.tidemark.hunt.Playbook.Phase.PRESERVE);
                assertThat(steps).hasSizeGreaterThan(15).doesNotHaveDuplicates();
                assertThat(steps).extracting("text").doesNotContainAnyElementsOf(List.of(""));
            }
        }
    }

    /// A rule of whose records nothing can be said makes every row be taken apart.
    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"IIS", "HTTP_PROXY", "ECP", "CMDLET", "EVENT_LOG"})
    void records_of_large_logs_are_left_alone_by_their_bytes(Kind kind) {
        var rules = new HuntRules();
        rules.addPacks(new BundledPacks(HuntCommandTest.class.getClassLoader()).load(List.of()));
        assertThat(RowScreen.of(new Hunter(rules.ready()).ways(kind))).isNotEqualTo(RowScreen.EVERYTHING);
    }

    @Test
    void a_page_on_the_server_is_a_finding_with_what_was_published_of_it() throws IOException {
        file("case/C/inetpub/wwwroot/aspnet_client/supp0rt.aspx", "<%-- inert --%>");
        file(
                "case/list.csv",
                "ComputerName,Path,Name,Sha256\nEX01,C:\\Windows\\Temp\\a.exe,a.exe,"
                        + "5d803a47d6bb7f68d4e735262bb7253def6aaab03122b05fec468865a1babe32\n");

        var run = program.json("hunt", temp.resolve("case"));

        assertThat(run.rows("finding"))
                .filteredOn(row -> row.contains("\"stage\":\"IMPLANTED\""))
                .singleElement()
                .asString()
                .contains(
                        "exchange-page-file", "\"indicators\":[{", "\"type\":\"filename\"", "\"caution\":\"name alone");
        assertThat(run.rows("finding"))
                .filteredOn(row -> row.contains("a.exe"))
                .singleElement()
                .asString()
                .contains("\"stage\":null", "\"actor\":\"Calypso\"");
        assertThat(run.rows("hunted")).noneMatch(row -> row.contains("NO_EVIDENCE"));
    }

    @Test
    void a_spreadsheet_has_the_evidence_of_every_rule() throws IOException {
        file(
                "case/list.csv",
                "ComputerName,Path,Name,Sha256\nEX01,C:\\Windows\\Temp\\a.exe,a.exe,"
                        + "5d803a47d6bb7f68d4e735262bb7253def6aaab03122b05fec468865a1babe32\n");
        file("case/C/inetpub/wwwroot/aspnet_client/supp0rt.aspx", "<%-- inert --%>");

        var lines = program.csv("hunt", temp.resolve("case")).out();

        assertThat(lines.getFirst()).startsWith("server,time,stage,").contains(",evidence,");
        assertThat(lines).anyMatch(line -> line.contains("5d803a47d6bb7f68d4e735262bb7253def6aaab03122b05fec46"));
        assertThat(lines)
                .filteredOn(line -> line.contains(",IMPLANTED,"))
                .anyMatch(line -> line.contains("=") && line.contains("supp0rt.aspx"));
    }

    @Test
    void a_spreadsheet_without_a_finding_is_empty() throws IOException {
        file("case/ex01/u_ex210303.log", WEB);

        assertThat(program.csv("hunt", temp.resolve("case")).out())
                .singleElement()
                .asString()
                .startsWith("server,time,");
    }

    @Test
    void a_group_is_named_beside_a_verdict_as_a_possibility() throws IOException {
        file(
                "case/list.csv",
                "ComputerName,Path,Name,Sha256\nEX01,C:\\inetpub\\wwwroot\\aspnet_client\\a.aspx,a.aspx,"
                        + "5d803a47d6bb7f68d4e735262bb7253def6aaab03122b05fec468865a1babe32\n");

        assertThat(program.json("hunt", temp.resolve("case")).rows("hunted"))
                .filteredOn(row -> row.contains("\"campaign\":null"))
                .singleElement()
                .asString()
                .contains("\"verdict\":\"IMPLANTED\"", "\"consistentWith\":[\"Calypso\"]");
    }

    @Test
    void pages_of_the_product_and_lists_of_other_files_are_no_finding() throws IOException {
        var install = "case/C/Program Files/Microsoft/Exchange Server/V15/FrontEnd/HttpProxy/";
        file(install + "owa/auth/logon.aspx", "<%-- of some build --%>");
        file(install + "ecp/auth/TimeoutLogout.aspx", "<%-- of some build --%>");
        file(install + "owa/auth/15.2.1118/scripts/premium/flogon.js", "// of a build that no list has");
        file("case/list.csv", """
                ComputerName,Path,Name
                EX01,C:\\ProgramData\\Agent\\engine.zip,engine.zip
                EX01,C:\\Mail\\V15\\ClientAccess\\OAB\\Temp\\LZXa.js,LZXa.js
                """);

        assertThat(program.json("hunt", temp.resolve("case")).rows("finding")).isEmpty();
    }

    @Test
    void a_scan_that_found_nothing_is_no_verdict() throws IOException {
        file("case/msert.log", """
                Microsoft Safety Scanner v1.333, (build 1.333.600.0)
                Started On Sun Mar 14 22:00:00 2021

                Results Summary:
                No infection found.
                """);

        var run = program.json("hunt", temp.resolve("case"));

        assertThat(run.exit()).isZero();
        assertThat(run.rows("hunted")).isNotEmpty().allMatch(row -> row.contains("NOT_ASSESSABLE"));
        assertThat(run.rows("coverage")).anyMatch(row -> row.contains("\"kind\":\"scanner\",\"status\":\"present\""));
    }

    @Test
    void a_rule_is_shown_as_it_is_written_with_what_it_is_tried_on() {
        var run = program.json("rules", "show", "exchange-ssrf-httpproxy");
        assertThat(run.exit()).isZero();
        assertThat(run.rows("rule"))
                .singleElement()
                .asString()
                .contains("\"campaign\":\"proxylogon\"", "logsource: {category: httpproxy}", "hit.log", "miss.log");
        assertThat(program.json("rules", "show", "no-such").err()).contains("No loaded pack has a rule no-such");
    }

    @Test
    void rows_without_a_server_belong_to_the_one_that_is_named_beside_them() throws IOException {
        file("case/proxy.log", PROXY + "2021-03-05T06:59:01Z,x,198.51.100.61,EX01,200\n");
        file("case/web/u_ex210305.log", WEB + "2021-03-05 06:59:20 POST /aspnet_client/a.aspx - 198.51.100.61 200\n");

        var run = program.json("hunt", temp.resolve("case"));

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.rows("finding"))
                .singleElement()
                .asString()
                .contains("\"server\":\"EX01\"", "\"stage\":\"USED\"");
        assertThat(run.rows("hunted")).allMatch(row -> row.contains("\"server\":\"EX01\""));
    }

    @Test
    void of_two_servers_neither_gets_the_rows_that_name_none() throws IOException {
        file("case/a/proxy.log", PROXY + "2021-03-05T06:59:01Z,x,198.51.100.61,EX01,200\n");
        file("case/b/proxy.log", PROXY + "2021-03-05T06:59:01Z,x,198.51.100.61,EX02,200\n");
        file("case/web/u_ex210305.log", WEB + "2021-03-05 06:59:20 POST /aspnet_client/a.aspx - 198.51.100.61 200\n");

        assertThat(program.json("hunt", temp.resolve("case")).rows("finding"))
                .singleElement()
                .asString()
                .contains("\"server\":\"web\"");
    }

    @Test
    void nothing_found_stands_beside_what_was_covered() throws IOException {
        file("case/proxy.log", PROXY + "2021-03-05T06:59:01Z,x,198.51.100.61,EX01,200\n");

        var run = program.json("hunt", "--campaign", "proxylogon", temp.resolve("case"));

        assertThat(run.exit()).isZero();
        assertThat(run.rows("hunted"))
                .singleElement()
                .asString()
                .contains("\"verdict\":\"NO_EVIDENCE\"", "nothing between 2021-01-03 and then can be excluded")
                .doesNotContainIgnoringCase("clean");
        assertThat(run.rows("coverage"))
                .anyMatch(row -> row.contains("\"kind\":\"httpproxy\",\"status\":\"present\""))
                .anyMatch(row -> row.contains("\"kind\":\"ecp\",\"status\":\"not-collected\""));
    }

    @Test
    void where_there_is_no_evidence_nothing_is_found_and_nothing_is_well() throws IOException {
        Files.createDirectories(temp.resolve("case"));

        var run = program.json("hunt", temp.resolve("case"));

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.rows("problem")).singleElement().asString().contains("nothing can be said");
        assertThat(run.summary()).contains("\"partial\":true");
    }

    @Test
    void without_a_record_in_the_window_nothing_can_be_told() throws IOException {
        file("case/proxy.log", PROXY + "2020-03-05T06:59:01Z,x,198.51.100.61,EX01,200\n");

        assertThat(program.json("hunt", "--campaign", "proxylogon", temp.resolve("case"))
                        .rows("hunted"))
                .singleElement()
                .asString()
                .contains("\"verdict\":\"NOT_ASSESSABLE\"");
    }

    @Test
    void a_log_that_is_split_says_the_same() throws IOException {
        var rows = List.of(
                "2021-03-05T06:59:01Z,ServerInfo~a]@ex01:444/autodiscover/autodiscover.xml?#,198.51.100.61,EX01,200\n",
                "2021-03-05T06:59:02Z,ServerInfo~a]@ex01:444/mapi/emsmdb/?#,198.51.100.61,EX01,200\n",
                "2021-03-05T06:59:03Z,ServerInfo~a]@ex01:444/ecp/proxyLogon.ecp?#,198.51.100.61,EX01,241\n",
                "2021-03-05T06:59:09Z,ServerInfo~localhost/ecp/default.flt?,203.0.113.9,EX01,500\n");
        file("whole/proxy.log", PROXY + String.join("", rows));
        var whole = stages("whole");
        assertThat(whole).hasSize(4);
        for (int cut = 1; cut < rows.size(); cut++) {
            var folder = "cut" + cut;
            file(folder + "/z.log", PROXY + String.join("", rows.subList(0, cut)));
            file(folder + "/a.log", PROXY + String.join("", rows.subList(cut, rows.size())));
            assertThat(stages(folder)).isEqualTo(whole);
        }
    }

    @Test
    void a_rule_of_a_user_gives_findings_without_a_stage_and_those_not_understood_are_problems() throws IOException {
        file("case/u_ex210305.log", WEB + "2021-03-05 06:59:20 GET /secret - 198.51.100.61 200\n");
        file("rules/one.yml", """
                title: One
                id: one
                logsource: {category: webserver}
                detection: {s: {'cs-uri-stem|contains': secret}, condition: s}
                """);
        file("rules/two.yml", """
                title: Two
                logsource: {category: webserver}
                detection: {s: {'f|never': x}, condition: s}
                """);
        file("rules/three.yml", """
                title: Three
                logsource: {product: linux}
                detection: {s: {f: x}, condition: s}
                """);

        var run = program.json("hunt", "--rules", temp.resolve("rules"), temp.resolve("case"));

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.rows("finding")).singleElement().asString().contains("\"rule\":\"one\"", "\"stage\":null");
        assertThat(run.rows("problem")).singleElement().asString().contains("two.yml", "`never`");
        assertThat(run.summary()).contains("\"rulesUnsupported\":2", "\"log source linux\":1");
    }

    @Test
    void records_outside_the_time_asked_for_give_no_finding() throws IOException {
        file("case/u_ex210305.log", WEB + "2021-03-05 06:59:20 POST /aspnet_client/a.aspx - 198.51.100.61 200\n");
        assertThat(program.json("hunt", "--since", "2021-03-06", temp.resolve("case"))
                        .rows("finding"))
                .isEmpty();
        assertThat(program.json("hunt", "--until", "2021-03-05T06:59:20Z", temp.resolve("case"))
                        .rows("finding"))
                .isEmpty();
        assertThat(program.json("hunt", "--since", "2021-03-06", temp.resolve("case"))
                        .rows("hunted"))
                .allMatch(row -> row.contains("NOT_ASSESSABLE"));
        assertThat(program.json("hunt", "--since", "2021-03-06", temp.resolve("case"))
                        .rows("coverage"))
                .anyMatch(row -> row.contains("\"kind\":\"iis\",\"status\":\"not-found\""))
                .noneMatch(row -> row.contains("present"));
        assertThat(program.json("hunt", "--since", "2021-03-06", "--until", "2021-03-05", temp.resolve("case"))
                        .exit())
                .isEqualTo(2);
        assertThat(program.json("hunt", "--since", "tomorrow", temp.resolve("case"))
                        .exit())
                .isEqualTo(2);
    }

    private static final String HOSTILE = "<script>alert(1)</script>";

    @Test
    void the_page_shows_what_was_found_what_it_rests_on_and_what_to_do_and_no_text_of_an_attacker_runs_in_it()
            throws IOException {
        file(
                "case/proxy.log",
                "DateTime,AnchorMailbox,ClientIpAddress,ServerHostName,HttpStatus,UserAgent\n"
                        + "2021-03-05T06:59:03Z,ServerInfo~a]@ex01:444/ecp/proxyLogon.ecp?#" + HOSTILE
                        + ",198.51.100.61,EX01" + HOSTILE + ",241," + HOSTILE + "\n");
        var page = temp.resolve("page.html");

        program.json("hunt", "--html", page, temp.resolve("case"));

        var html = Files.readString(page);
        assertThat(html)
                .contains("EXPLOITED", "198.51.100.61", "Preserve", "What the evidence covers", "<svg", "2021-03-05")
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script");
        assertThat(html.indexOf("Preserve")).isLessThan(html.indexOf("<b>Update</b>"));
    }

    @Test
    void the_next_steps_come_with_the_verdict_in_their_order() throws IOException {
        file("case/proxy.log", PROXY + "2021-03-05T06:59:01Z,x,198.51.100.61,EX01,200\n");
        file(
                "case/u_ex210305.log",
                WEB + "2021-03-05 06:59:20 POST /ecp/y.js - 198.51.100.61 200\n"
                        + "2021-03-05 06:59:20 POST /aspnet_client/a.aspx - 198.51.100.61 200\n");
        var rows = program.json("hunt", temp.resolve("case")).rows("hunted");
        assertThat(rows)
                .filteredOn(row -> row.contains("\"verdict\":\"USED\""))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.indexOf("\"phase\":\"preserve\""))
                        .isPositive()
                        .isLessThan(row.indexOf("\"phase\":\"contain\""))
                        .isLessThan(row.indexOf("\"phase\":\"rotate\"")));
        assertThat(rows)
                .filteredOn(row -> row.contains("\"verdict\":\"NOT_ASSESSABLE\""))
                .isNotEmpty()
                .allMatch(row -> row.contains("\"next\":[]"));
    }

    @Test
    void the_manifest_names_every_input_with_its_hash_and_what_was_read_in_it() throws Exception {
        file("case/proxy.log", PROXY + "2021-03-05T06:59:01Z,x,198.51.100.61,EX01,200\n");
        file("case/notes.txt", "nothing\n");
        file("rules/one.yml", "title: One\nid: one\n");
        var manifest = temp.resolve("manifest.jsonl");

        program.json("hunt", "--rules", temp.resolve("rules"), "--manifest", manifest, temp.resolve("case"));

        var digest = java.security.MessageDigest.getInstance("SHA-256")
                .digest(Files.readAllBytes(temp.resolve("case/notes.txt")));
        assertThat(Files.readAllLines(manifest))
                .anyMatch(line -> line.startsWith("{\"type\":\"run\"") && line.contains("\"id\":\"exchange\""))
                .anyMatch(line -> line.contains("notes.txt")
                        && line.contains(java.util.HexFormat.of().formatHex(digest))
                        && line.contains("\"bytes\":8"))
                .anyMatch(line -> line.startsWith("{\"type\":\"read\"")
                        && line.contains("\"kind\":\"httpproxy\",\"server\":\"EX01\""))
                .anyMatch(line -> line.startsWith("{\"type\":\"rules\"") && line.contains("one.yml"))
                .hasSize(5);
    }

    @Test
    void a_page_or_manifest_that_cannot_be_written_is_refused_before_the_work() {
        for (var option : List.of("--html", "--manifest")) {
            var run = program.json("hunt", option, temp.resolve("no/such/file"), temp);
            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.err()).contains("there is no folder", option);
        }
    }

    private static final String ENTERED =
            "2021-03-05T06:59:03Z,ServerInfo~a]@ex01:444/ecp/proxyLogon.ecp?#,198.51.100.61,EX01,241\n";

    @Test
    void what_a_hunt_says_stands_in_the_store_beside_what_is_known_of_the_flaws() throws IOException {
        file("inventory.csv", "Name,AdminDisplayVersion,ExSetupVersion\nEX01,,15.1.2176.9\nEX02,,15.1.2176.2\n");
        file("case/proxy.log", PROXY + ENTERED);
        file("other/proxy.log", PROXY + ENTERED.replace("EX01", "EX09"));
        program.json("ingest", temp.resolve("inventory.csv"));
        program.json("hunt", temp.resolve("case"));
        program.json("hunt", temp.resolve("other"));

        var run = program.json("servers");

        assertThat(run.rows("server")).hasSize(3);
        assertThat(server(run, "EX01"))
                .contains(
                        "\"compromise\":\"EXPLOITED\"",
                        "\"proxylogon\":\"patched-but-compromised\"",
                        "\"actors\":[\"198.51.100.61\"]");
        assertThat(server(run, "EX02")).contains("\"compromise\":null").doesNotContain("states");
        assertThat(server(run, "EX09")).contains("\"build\":null", "\"proxylogon\":\"compromised\"");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.summary()).contains("\"compromised\":2");
        assertThat(server(program.json("assess"), "EX01")).contains("\"compromise\":\"EXPLOITED\"");
    }

    @Test
    void nothing_is_kept_where_there_is_no_store_or_nothing_shall_be() throws IOException {
        file("case/proxy.log", PROXY + ENTERED);
        assertThat(program.json("hunt", temp.resolve("case")).exit()).isEqualTo(1);
        assertThat(temp.resolve("data")).doesNotExist();

        program.json("hunt", "--data", temp.resolve("mine"), "--no-store", temp.resolve("case"));
        assertThat(temp.resolve("mine")).doesNotExist();

        program.json("hunt", "--data", temp.resolve("mine"), temp.resolve("case"));
        assertThat(program.json("servers", "--data", temp.resolve("mine")).rows("server"))
                .singleElement()
                .asString()
                .contains("EX01", "\"compromise\":\"EXPLOITED\"");
    }

    private static String server(Program.Run run, String name) {
        return run.rows("server").stream()
                .filter(row -> row.contains("\"name\":\"" + name.toLowerCase(java.util.Locale.ROOT) + "\"")
                        || row.contains("\"name\":\"" + name + "\""))
                .findFirst()
                .orElseThrow();
    }

    private List<String> stages(String folder) {
        return program.json("hunt", "--campaign", "proxylogon", temp.resolve(folder)).rows("finding").stream()
                .map(row -> row.replaceAll(".*\"stage\":\"(\\w+)\".*\"time\":\"([^\"]+)\".*", "$1 $2"))
                .toList();
    }

    private void file(String name, String content) throws IOException {
        var file = temp.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
