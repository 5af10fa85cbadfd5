// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// For how much of a population updates were out.
class CoverageCommandTest {
    private static final String THREE = "branch,servers\n2016 CU19,60\n2016 CU16,30\n2013 CU20,10\n";

    @TempDir
    private Path temp;

    private Program program;

    @BeforeEach
    void a_program() {
        program = new Program(temp.resolve("data"));
    }

    private Program.Run coverage(String population, String campaign, String asOf) {
        return program.given(population, "coverage", "--campaign", campaign, "--as-of", asOf, "--population", "-");
    }

    @Test
    void each_day_is_judged_by_the_updates_that_were_out() {
        var run = coverage(THREE, "proxylogon", "2021-03-09");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.rows("coverage-day"))
                .containsExactly(
                        day("2021-02-27", 0, "0.0"),
                        day("2021-02-28", 0, "0.0"),
                        day("2021-03-01", 0, "0.0"),
                        day("2021-03-02", 60, "0.6"),
                        day("2021-03-03", 60, "0.6"),
                        day("2021-03-04", 60, "0.6"),
                        day("2021-03-05", 60, "0.6"),
                        day("2021-03-06", 60, "0.6"),
                        day("2021-03-07", 60, "0.6"),
                        day("2021-03-08", 90, "0.9"),
                        day("2021-03-09", 90, "0.9"));
        assertThat(run.rows("coverage-next")).singleElement().asString().contains("\"branch\":\"2013 CU20\"", "1.0");
        assertThat(run.rows("coverage-upgrade-only")).singleElement().asString().contains("\"to\":\"2013 CU23\"");
        assertThat(run.summary()).contains("\"upgradeOnly\":10", "\"partial\":false");
    }

    private static String day(String date, int covered, String share) {
        return "{\"type\":\"coverage-day\",\"date\":\"" + date + "\",\"covered\":" + covered
                + ",\"exposed\":100,\"share\":" + share + "}";
    }

    @Test
    void the_next_update_is_the_one_that_would_add_most() {
        var run = coverage(
                "branch,servers\n2016 CU14,5\n2016 CU15,40\n2016 CU19,50\n2019 CU4,5\n", "proxylogon", "2021-03-05");

        assertThat(run.rows("coverage-next")).hasSize(3);
        assertThat(run.rows("coverage-next").getFirst())
                .contains("2016 CU15", "\"adds\":40", "\"shareAfter\":0.9", "\"released\":\"2021-03-08\"");
        assertThat(run.rows("coverage-next").getLast()).contains("\"shareAfter\":1.0");
        assertThat(run.rows("coverage-upgrade-only")).isEmpty();
    }

    @Test
    void rows_add_up_in_all_spellings() {
        var run = coverage(
                String.join(
                        "\r\n",
                        "\uFEFFbuild;servers",
                        "15.1.2176.2;20",
                        "Version 15.1 (Build 2176.9);20",
                        "15.1.2176;20",
                        "15.01.1979.003;30",
                        "2013 CU20;10"),
                "proxylogon",
                "2021-03-09");

        assertThat(run.rows("coverage-day").getLast()).isEqualTo(day("2021-03-09", 90, "0.9"));
    }

    @Test
    void a_branch_that_began_with_the_fixes_or_lacks_the_flaws_is_covered_and_named() {
        var run = coverage("branch,servers\n2016 CU20,7\n2016 CU19,3\n", "proxylogon", "2021-04-01");

        assertThat(run.exit()).isZero();
        assertThat(run.summary()).contains("\"fixedByBase\":7", "\"share\":1.0");
        assertThat(coverage("branch,servers\n2016 CU20,7\n", "proxylogon", "2021-03-15")
                        .exit())
                .as("the branch had not begun")
                .isEqualTo(1);
    }

    @Test
    void an_update_that_closes_some_of_the_flaws_covers_nobody() {
        var run = coverage("branch,servers\n2013 SP1,4\n", "proxylogon", "2021-04-01");

        assertThat(run.rows("coverage-upgrade-only").getFirst())
                .contains("\"leavesOpen\":[\"CVE-2021-26855\"")
                .doesNotContain("CVE-2021-27065");
    }

    @Test
    void a_row_that_cannot_be_read_is_a_problem_and_the_others_count() {
        var run = coverage(
                "# counted by hand\n" + THREE + "2016 CU99,5\n2016 CU18,many\n2016 CU18,-3\n,3\n2016 CU18,4,4\n",
                "proxylogon",
                "2021-03-09");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.rows("coverage-day").getLast()).isEqualTo(day("2021-03-09", 90, "0.9"));
        assertThat(run.rows("problem")).hasSize(5);
        assertThat(run.rows("problem").getFirst()).contains("\"line\":6", "2016 CU99", "catalog releases");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "coverage --campaign proxylogon | --population FILE",
                "coverage --population - | --campaign NAME",
                "coverage --campaign nope --population - | no campaign 'nope'",
                "coverage --campaign proxylogon --population nowhere.csv | no file nowhere.csv",
                "coverage --campaign proxylogon --population - | holds no server",
                "coverage --campaign proxylogon --population - --as-of soon | 'soon' is no day",
                "coverage --campaign proxylogon --population - --as-of 2999-01-01 | not come yet",
            })
    void a_mistake_is_a_sentence(String command, String sentence) {
        var run = program.given("branch,servers\n", (Object[]) command.split(" ", -1));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(sentence);
    }

    @Test
    void a_file_without_these_columns_is_one_problem() {
        var run = coverage("name,count\n2016 CU19,60\n2016 CU16,30\n", "proxylogon", "2021-03-09");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.rows("problem")).singleElement().asString().contains("branch,servers");
    }

    @Test
    void a_spreadsheet_gets_the_days() {
        var run = program.csv("coverage", "--campaign", "proxylogon", "--as-of", "2021-03-09", "--population", file());

        assertThat(run.out().getFirst()).isEqualTo("date,covered,exposed,share");
        assertThat(run.out().getLast()).isEqualTo("2021-03-09,90,100,0.9");
    }

    private Path file() {
        try {
            return Files.writeString(temp.resolve("population.csv"), THREE, StandardCharsets.UTF_16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
