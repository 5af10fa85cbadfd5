// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegexSignsTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            abc ; [[abc]]
            ^abc$ ; [[abc]]
            a\\.b ; [[a.b]]
            ab*c ; [[a],[c]]
            ab+c ; [[ab],[c]]
            ab?c ; [[a],[c]]
            ab{2,3}c ; [[ab],[c]]
            ab{0,3}c ; [[a],[c]]
            a.*b[xyz]c ; [[a],[b],[c]]
            a(b|cd)e ; [[a],[b,cd],[e]]
            a(b|c*)e ; [[a],[e]]
            a(bc)?e ; [[a],[e]]
            (?i)^/(x|y).*\\.(aspx|asp)$ ; [[/],[x,y],[.],[aspx,asp]]
            (?:ab)+ ; [[ab]]
            a|b ; [[a,b]]
            a| ; []
            \\d+x\\w ; [[x]]
            [^]a]b ; [[b]]
            a\\x41 ; []
            a\\pL ; []
            [[:alpha:]]b ; []
            (a ; []
            """)
    void what_must_stand_in_a_text_is_what_the_expression_does_not_leave_open(String regex, String signs) {
        assertThat(RegexSigns.of(regex).toString().replace(", ", ",")).isEqualTo(signs);
    }

    /// Expressions of random pieces against random texts: where one is found, its signs stand.
    @Test
    void no_text_in_which_an_expression_is_found_lacks_its_signs() {
        var random = new Random(11);
        var pieces = List.of(
                "a", "b", "ab", "c", "(", ")", "|", "*", "+", "?", "{2}", "{0,1}", ".", "[ab]", "[^a]", "\\.", "^", "$",
                "(?i)", "(?:", "\\w", "/");
        int found = 0;
        for (int i = 0; i < 60_000; i++) {
            var regex = any(random, pieces, 8);
            Pattern pattern;
            try {
                pattern = Pattern.compile(regex);
            } catch (PatternSyntaxException e) {
                continue;
            }
            for (int k = 0; k < 6; k++) {
                var text = any(random, List.of("a", "b", "ab", "c", "/", ".", "A", "x"), 8);
                if (pattern.matcher(text).find()) {
                    found++;
                    for (var clause : RegexSigns.of(regex)) {
                        assertThat(clause)
                                .as(regex + " in " + text)
                                .anyMatch(piece ->
                                        text.toLowerCase(Locale.ROOT).contains(piece.toLowerCase(Locale.ROOT)));
                    }
                }
            }
        }
        assertThat(found).isGreaterThan(10_000);
    }

    private static String any(Random random, List<String> pieces, int most) {
        var text = new ArrayList<String>();
        for (int n = random.nextInt(most); n >= 0; n--) {
            text.add(pieces.get(random.nextInt(pieces.size())));
        }
        return String.join("", text);
    }
}
