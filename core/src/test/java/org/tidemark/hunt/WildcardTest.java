// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            abc        | abc         | true
            abc        | ABC         | true
            abc        | abcd        | false
            a*c        | abbbc       | true
            a*c        | ac          | true
            a*c        | acb         | false
            a?c        | abc         | true
            a?c        | ac          | false
            *.aspx     | /x/y.ASPX   | true
            *.aspx     | /x/y.aspx/z | false
            /owa/*     | /owa/a      | true
            *a*b*      | xxaxxbxx    | true
            *a*b*      | xxbxxaxx    | false
            *ab        | abab        | true
            \\*        | *           | true
            \\*        | x           | false
            C:\\x      | C:\\x       | true
            a\\\\*     | a\\bc       | true
            *          | anything    | true
            ü          | Ü           | true
            """)
    void a_text_passes_or_not(String pattern, String text, boolean passes) {
        assertThat(Wildcard.of(pattern, false, false, true).test(text)).isEqualTo(passes);
    }

    @Test
    void an_empty_pattern_is_an_empty_text() {
        assertThat(Wildcard.of("", false, false, true).test("")).isTrue();
        assertThat(Wildcard.of("", false, false, true).test("x")).isFalse();
    }

    @Test
    void case_counts_where_it_is_asked_for() {
        assertThat(Wildcard.of("abc", true, true, false).test("xABCx")).isFalse();
        assertThat(Wildcard.of("ABC", true, true, false).test("xABCx")).isTrue();
    }

    @Test
    void the_needle_is_the_longest_plain_part() {
        assertThat(Wildcard.of("ab*powershell?x*", false, false, true).signs())
                .containsExactly(List.of("ab"), List.of("powershell"));
        assertThat(Wildcard.of("*", false, false, true).signs()).isEmpty();
    }

    @Test
    void many_stars_on_a_long_text_take_no_more_than_they_must() {
        var pattern = Wildcard.of("a*".repeat(200) + "b", true, true, true);
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> pattern.test("a".repeat(100_000)));
    }
}
