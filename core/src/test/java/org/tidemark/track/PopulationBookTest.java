// SPDX-License-Identifier: Apache-2.0
package org.tidemark.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PopulationBookTest {
    private static final List<State> STATES = List.of(State.values());
    private static final LocalDate FIRST = LocalDate.of(2021, 3, 1);

    /// Servers that change at random: what the book adds up is what counting them one by one gives.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_balance_holds_and_the_stocks_are_those_of_a_count(long seed) {
        var random = new Random(seed);
        var book = new PopulationBook(Point.Series.OPEN);
        var servers = new Standing[60];
        var days = new ArrayList<LocalDate>();
        var vulnerable = new ArrayList<Long>();
        for (int day = 0; day < 20; day++) {
            var date = FIRST.plusDays(day);
            days.add(date);
            for (int i = 0; i < servers.length; i++) {
                var before = servers[i];
                if (random.nextInt(3) != 0) {
                    var state = STATES.get(random.nextInt(STATES.size()));
                    servers[i] = new Standing(state, state != State.GONE && random.nextBoolean());
                    book.add(date, "all", before, servers[i], 1);
                }
            }
            vulnerable.add(Arrays.stream(servers)
                    .filter(each -> each != null && each.state() == State.VULNERABLE)
                    .count());
        }
        var points = book.points(days);
        assertThat(points.stream().map(point -> (long) point.stocks().vulnerable()))
                .containsExactlyElementsOf(vulnerable);
        for (int i = 1; i < points.size(); i++) {
            assertThat(points.get(i).stocks().vulnerable())
                    .isEqualTo(points.get(i - 1).stocks().vulnerable()
                            + points.get(i).flows().net());
            assertThat(points.get(i).stocks().servers())
                    .isGreaterThanOrEqualTo(points.get(i - 1).stocks().servers());
        }
    }

    @Test
    void a_change_on_a_day_on_which_nobody_looked_is_a_fault() {
        var book = new PopulationBook(Point.Series.OPEN);
        book.add(FIRST, "all", null, new Standing(State.VULNERABLE, false), 1);

        assertThatThrownBy(() -> book.points(List.of(FIRST.plusDays(1)))).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "V, 0, VULNERABLE, false", "P, 0, PATCHED, false", "M, 1, MITIGATED, false", "U, 4, UNKNOWN, true",
        "V, 5, VULNERABLE, true", "V, 2, GONE, false", "P, 6, GONE, false", "X, 0, UNKNOWN, false"
    })
    void a_letter_and_a_presence_are_a_standing(char letter, int presence, State state, boolean notCovered) {
        assertThat(Standing.of(letter, presence)).isEqualTo(new Standing(state, notCovered));
    }

    @ParameterizedTest
    @CsvSource({
        "49, 49, 1, true",
        "50, 30, 1, true",
        "50, 31, 1, false",
        "100, 84, 2, true",
        "100, 85, 2, false",
        "1000, 1000, 30, false",
        "1000, 999, 3, false",
        "1000, 250, 1, true"
    })
    void too_much_at_once_is_not_believed(int servers, int changed, long days, boolean is) {
        assertThat(Plausible.isIt(servers, changed, days)).isEqualTo(is);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, true",
        "5, 0, true",
        "6, 0, false",
        "20, 8, false",
        "100, 75, true",
        "100, 74, false",
        "100, 130, true"
    })
    void a_scan_that_saw_far_less_than_before_is_not_whole(int before, int seen, boolean is) {
        assertThat(Plausible.isWhole(before, seen)).isEqualTo(is);
    }
}
