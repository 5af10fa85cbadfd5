// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.yara;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.fault.Problem;
import org.tidemark.hunt.Level;

class YaraRulesTest {
    private static final String INERT = """
            rule made_marker : web inert {
                meta:
                    description = "A marker of a test."
                    score = 80
                    sound = true
                strings:
                    $a = "tidemark-inert-marker"
                condition:
                    $a
            }
            private rule unseen { condition: true }
            rule by_place { condition: unseen and filename matches /\\.aspx$/ and extension == ".aspx" }
            """;

    private final List<Problem> problems = new ArrayList<>();

    @BeforeEach
    void a_machine_with_the_library() {
        assumeThat(YaraRules.isInstalled())
                .as("libyara 4.2 or later is not installed")
                .isTrue();
    }

    @Test
    void what_matches_is_told_with_what_the_rule_says_of_itself() {
        try (var rules = rules(INERT)) {
            assertThat(problems).isEmpty();
            assertThat(rules.count()).isEqualTo(3);
            assertThat(scan(rules, "C:\\inetpub\\a.txt", "… tidemark-inert-marker …"))
                    .singleElement()
                    .satisfies(hit -> {
                        assertThat(hit.rule()).isEqualTo("made_marker");
                        assertThat(hit.namespace()).isEqualTo("0.yar");
                        assertThat(hit.tags()).containsExactly("web", "inert");
                        assertThat(hit.meta()).containsEntry("score", "80").containsEntry("sound", "1");
                        assertThat(hit.asRule().level()).isEqualTo(Level.HIGH);
                        assertThat(hit.asRule().why()).isEqualTo("A marker of a test.");
                        assertThat(hit.asRule().stage()).isNull();
                    });
            assertThat(scan(rules, "C:\\inetpub\\a.aspx", ""))
                    .extracting(YaraHit::rule)
                    .containsExactly("by_place");
            assertThat(scan(rules, "C:\\inetpub\\a.txt", "nothing")).isEmpty();
        }
    }

    @Test
    void a_rule_that_is_wrong_is_told_by_its_line_and_the_others_run() {
        try (var rules = rules(
                "rule a {\n condition: nonsense\n}\n",
                "include \"other.yar\"\n",
                "no rule",
                "rule b { condition: true }")) {
            assertThat(rules.count()).isEqualTo(1);
            assertThat(problems)
                    .extracting(problem -> problem.place().file())
                    .containsExactly("0.yar", "1.yar", "2.yar");
            assertThat(problems.getFirst().place().line()).isEqualTo(2);
            assertThat(problems.getFirst().cause()).contains("nonsense");
            assertThat(scan(rules, "a", "x")).extracting(YaraHit::rule).containsExactly("b");
        }
    }

    @Test
    void rules_that_are_cut_off_anywhere_end_nothing_but_themselves() {
        for (int cut = 0; cut < INERT.length(); cut++) {
            try (var rules = rules(INERT.substring(0, cut), INERT.substring(cut))) {
                assertThat(scan(rules, "a.txt", "tidemark-inert-marker")).hasSizeLessThanOrEqualTo(2);
            }
        }
    }

    @Test
    void one_name_in_two_files_is_two_rules() {
        try (var rules = rules("rule a { condition: true }", "rule a { condition: true }")) {
            assertThat(scan(rules, "a", "x"))
                    .extracting(YaraHit::namespace)
                    .containsExactlyInAnyOrder("0.yar", "1.yar");
        }
    }

    @Test
    void a_file_of_rules_with_a_zero_in_it_is_refused() {
        try (var rules = rules("rule a { condition: true }\0rule b {")) {
            assertThat(rules.count()).isZero();
            assertThat(problems).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "critical, CRITICAL",
        "95, CRITICAL",
        "60, MEDIUM",
        "30, LOW",
        "5, INFORMATIONAL",
        "yes, MEDIUM",
        "9999, MEDIUM"
    })
    void the_level_is_what_the_author_wrote(String told, Level level) {
        assertThat(new YaraHit("r", "n", List.of(), Map.of("severity", told))
                        .asRule()
                        .level())
                .isEqualTo(level);
    }

    private YaraRules rules(String... texts) {
        var sources = new ArrayList<YaraRules.Source>();
        for (var text : texts) {
            sources.add(YaraRules.Source.of(sources.size() + ".yar", text.getBytes(StandardCharsets.UTF_8)));
        }
        return YaraRules.of(sources, problems::add);
    }

    private List<YaraHit> scan(YaraRules rules, String path, String content) {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        return rules.scan("file", path, bytes, bytes.length, problems::add);
    }
}
