// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.adapter.yara.YaraRules;

/// Folders of rules that somebody else keeps.
class RulesFolderTest {
    private static final String WEB = "#Fields: date time cs-method cs-uri-stem cs-uri-query c-ip sc-status\n";

    @TempDir
    private Path temp;

    private Program program;

    @BeforeEach
    void a_folder() throws IOException {
        program = new Program(temp.resolve("data"));
        file("rules/web/one.yml", """
                title: One
                id: one
                logsource: {category: webserver}
                detection: {s: {'cs-uri-stem|contains': secret}, condition: s}
                """);
        file("case/u_ex210303.log", WEB + "2021-03-03 01:00:00 GET /secret/a - 192.0.2.1 200\n");
    }

    @Test
    void what_is_no_rule_is_counted_and_harms_nothing() throws IOException {
        file("rules/.github/workflow.yml", "on: push\njobs: {}\n");
        file("rules/pipeline.yaml", "name: ours\npriority: 10\n");

        var run = program.json("rules", "lint", temp.resolve("rules"));

        assertThat(run.exit()).isZero();
        assertThat(run.summary()).contains("\"rules\":1", "\"filesWithoutRule\":2", "\"partial\":false");
    }

    @Test
    void a_filter_of_one_file_narrows_the_rule_of_another() throws IOException {
        assertThat(program.json("hunt", temp.resolve("case"), "--rules", temp.resolve("rules"))
                        .rows("finding"))
                .hasSize(1);
        file("rules/a_filter.yml", """
                title: Ours
                logsource: {category: webserver}
                filter: {rules: [one], ours: {c-ip: 192.0.2.1}, condition: not ours}
                """);
        assertThat(program.json("hunt", temp.resolve("case"), "--rules", temp.resolve("rules"))
                        .rows("finding"))
                .isEmpty();
        assertThat(program.json("rules", "lint", temp.resolve("rules")).summary())
                .contains("\"filesWithoutRule\":0");
    }

    @Test
    void people_are_told_once_of_rules_that_do_not_run_and_where_to_look() throws IOException {
        assertThat(program.given("", "hunt", temp.resolve("case"), "--rules", temp.resolve("rules"))
                        .err())
                .doesNotContain("rules lint");
        file("rules/two.yml", """
                title: Two
                logsource: {category: proxy}
                detection: {s: {c-uri: x}, condition: s}
                """);
        assertThat(program.given("", "hunt", temp.resolve("case"), "--rules", temp.resolve("rules"))
                        .err())
                .contains("One rule does not run here. `tidemark rules lint " + temp.resolve("rules") + "` says why.");
    }

    @Test
    void yara_rules_judge_the_files_of_the_web_site_where_the_library_is() throws IOException {
        file("rules/made.yar", "rule made : web { meta: score = 80 strings: $a = \"inert-marker\" condition: $a }");
        file("rules/bad.yara", "rule bad {\n  condition: nonsense\n}\n");
        file("case/C/inetpub/wwwroot/aspnet_client/a.aspx", "<%-- inert-marker --%>");

        var run = program.json("hunt", temp.resolve("case"), "--rules", temp.resolve("rules"));

        if (!YaraRules.isInstalled()) {
            assertThat(run.summary()).contains("\"libyara, which is not installed\":2");
            assertThat(run.err()).contains("2 rules do not run here");
            return;
        }
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.rows("problem")).singleElement().asString().contains("bad.yara", "\"line\":2", "nonsense");
        assertThat(run.rows("finding"))
                .filteredOn(row -> row.contains("\"rule\":\"made\""))
                .singleElement()
                .asString()
                .contains("\"level\":\"high\"", "\"stage\":null", "\"tags\":\"web\"", "made.yar", "\"kind\":\"file\"");
        assertThat(program.json("rules", "lint", temp.resolve("rules")).summary())
                .contains("\"rules\":1", "\"rulesYara\":1");
    }

    private void file(String name, String text) throws IOException {
        var file = temp.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
