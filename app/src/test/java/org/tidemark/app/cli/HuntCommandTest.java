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
import org.tidemark.adapter.sigma.SigmaReader;
import org.tidemark.adapter.sigma.Sources;
import org.tidemark.app.BundledPacks;

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
        assertThat(program.json("hunt", "--since", "tomorrow", temp.resolve("case"))
                        .exit())
                .isEqualTo(2);
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
