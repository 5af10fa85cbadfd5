// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.grouping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.asset.Server;
import org.tidemark.fault.Outcome;
import org.tidemark.track.TrendQuestion.Where;

class GroupFileTest {
    private static final String ALL = """
            range,server,domain,asn,country,sector,constituency
            192.0.2.0/24;2001:db8::/32,,,,,net,north
            192.0.2.64/26,,,,,part,
            ,EX01;192.0.2.70,,,,itself,
            ,,*.example.org,,,domain,
            ,,mail.example.org,,,longer domain,
            ,,,AS64500;64501,,network,
            ,,,,de,country,
            """;

    private static Outcome<Grouping> read(String text, String column) {
        try {
            return GroupFile.read(
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "groups.csv", column);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Where where(@Nullable String ip, @Nullable String host, @Nullable String asn) {
        return new Where(new Server(ip, 443, host, "EX99", null), "DE", asn, null);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.70, a.example.org, 64500, itself",
        "192.0.2.71, a.example.org, 64500, part",
        "192.0.2.1, a.example.org, 64500, net",
        "2001:DB8::7, , , net",
        "203.0.113.1, MAIL.example.org., 64500, longer domain",
        "203.0.113.1, example.org, 64500, domain",
        "203.0.113.1, badexample.org, 64500, network",
        "203.0.113.1, , AS64501, network",
        "203.0.113.1, , 64999, country",
    })
    void the_most_specific_match_wins(
            @Nullable String ip, @Nullable String host, @Nullable String asn, String expected) {
        var read = read(ALL, "sector");

        assertThat(read.problems()).isEmpty();
        assertThat(read.items().getFirst().of(where(ip, host, asn))).isEqualTo(expected);
    }

    @Test
    void a_row_without_the_group_that_is_asked_for_is_for_another_question() {
        var grouping = read(ALL, "constituency").items().getFirst();

        assertThat(grouping.of(where("192.0.2.70", null, null))).isEqualTo("north");
        assertThat(grouping.of(where("203.0.113.1", null, null))).isNull();
    }

    @Test
    void a_bad_row_is_a_problem_with_its_line_and_the_others_count() {
        var read = read("""
                # who is where
                range;asn;sector
                192.0.2.0/24;;a
                192.0.2.0/99;;b
                ;no;b
                ;;b
                198.51.100.0/24;;c
                """, "sector");

        assertThat(read.problems())
                .extracting(problem -> problem.place().line())
                .containsExactly(4L, 5L, 6L);
        assertThat(read.problems().getFirst().cause()).contains("192.0.2.0/99");
        assertThat(read.items().getFirst().of(where("198.51.100.9", null, null)))
                .isEqualTo("c");
    }

    @ParameterizedTest
    @CsvSource({"sector", "'range,owner'", "'sector,owner'", "''"})
    void a_file_without_these_columns_is_one_problem(String header) {
        assertThat(read(header + "\n", "sector").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.cure()).contains("range,sector"));
    }

    @Test
    void hundreds_of_thousands_of_servers_are_grouped_in_a_moment() {
        var text = new StringBuilder("range,sector\n");
        for (int i = 0; i < 50_000; i++) {
            text.append("10.")
                    .append(i >> 8)
                    .append('.')
                    .append(i & 255)
                    .append(".0/24,s")
                    .append(i % 40)
                    .append('\n');
        }
        var grouping = read(text.toString(), "sector").items().getFirst();

        long began = System.nanoTime();
        int found = 0;
        for (int i = 0; i < 400_000; i++) {
            found += grouping.of(where("10." + (i >> 11) + "." + (i >> 3 & 255) + "." + (i & 7), null, null)) == null
                    ? 0
                    : 1;
        }

        assertThat(found).isEqualTo(400_000);
        // A loop over the rows would take minutes; the bound leaves room for a busy machine.
        assertThat(System.nanoTime() - began).isLessThan(10_000_000_000L);
    }
}
