// SPDX-License-Identifier: Apache-2.0
package org.tidemark.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogRankTest {
    @Test
    void the_textbook_comparison_comes_out() {
        var test = LogRank.of(Map.of(
                "6MP", Reference.spells("km_6mp.csv", "6MP"), "placebo", Reference.spells("km_6mp.csv", "placebo")));

        assertThat(test.chiSquared()).isCloseTo(16.7929, within(5e-5));
        assertThat(test.degreesOfFreedom()).isEqualTo(1);
        assertThat(test.pValue()).isCloseTo(4.17e-05, within(5e-8));
        var treated = test.groups().getFirst();
        assertThat(treated.observed()).isEqualTo(9);
        assertThat(treated.expected()).isCloseTo(19.2505, within(5e-5));
        assertThat(test.groups().getLast().observed()).isEqualTo(21);
        assertThat(test.groups().getLast().expected()).isCloseTo(10.7495, within(5e-5));
    }

    @ParameterizedTest
    @CsvSource({"3", "4"})
    void several_groups_are_compared_as_elsewhere(int groups) {
        var spells = new TreeMap<String, List<Spell>>();
        for (var name : List.of("a", "b", "c", "d").subList(0, groups)) {
            spells.put(name, Reference.spells("log_rank_groups.csv", name));
        }

        var test = LogRank.of(spells);

        var expected = Reference.rows("log_rank_groups_expected.csv").stream()
                .filter(row -> row.number("groups") == groups)
                .findFirst()
                .orElseThrow();
        assertThat(test.chiSquared()).isCloseTo(expected.number("chi2"), within(5e-7));
        assertThat(test.degreesOfFreedom()).isEqualTo(groups - 1);
        assertThat(test.pValue()).isCloseTo(expected.number("p"), within(5e-8));
        spells.replaceAll((_, list) -> Reference.shuffled(list, 4));
        assertThat(LogRank.of(spells)).isEqualTo(test);
    }

    @Test
    void equal_groups_do_not_differ() {
        var group = Reference.spells("km_6mp.csv", "6MP");

        var test = LogRank.of(Map.of("a", group, "b", group));

        assertThat(test.chiSquared()).isCloseTo(0, within(1e-20));
        assertThat(test.pValue()).isCloseTo(1, within(1e-9));
    }

    @Test
    void a_group_that_nobody_is_in_costs_no_degree_of_freedom() {
        var two = LogRank.of(
                Map.of("a", Reference.spells("km_6mp.csv", "6MP"), "b", Reference.spells("km_6mp.csv", "placebo")));
        var three = LogRank.of(Map.of(
                "a",
                Reference.spells("km_6mp.csv", "6MP"),
                "b",
                Reference.spells("km_6mp.csv", "placebo"),
                "none",
                List.<Spell>of()));

        assertThat(three.degreesOfFreedom()).isEqualTo(1);
        assertThat(three.chiSquared()).isCloseTo(two.chiSquared(), within(1e-9));
    }

    @Test
    void groups_that_were_never_watched_together_cannot_be_compared() {
        var test = LogRank.of(Map.of(
                "early", List.of(Spell.ended(2)), "late", List.of(Spell.ended(9).seenSince(5))));

        assertThat(test.degreesOfFreedom()).isZero();
        assertThat(test.pValue()).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> LogRank.of(Map.of("one", List.<Spell>of())));
    }

    /// Critical values of printed tables; each tail was integrated by Simpson's rule as well.
    @ParameterizedTest
    @CsvSource({
        "3.841459, 1, 0.05",
        "6.634897, 1, 0.01",
        "10.827566, 1, 0.001",
        "0.003932140, 1, 0.95",
        "5.991465, 2, 0.05",
        "7.814728, 3, 0.05",
        "9.487729, 4, 0.05",
        "18.307038, 10, 0.05",
        "43.772972, 30, 0.05",
        "124.342113, 100, 0.05",
        "77.929465, 100, 0.95"
    })
    void the_upper_tail_of_chi_squared_is_that_of_the_tables(double value, int degrees, double tail) {
        assertThat(ChiSquared.upperTail(value, degrees)).isCloseTo(tail, within(1e-7));
    }

    @Test
    void a_tail_far_out_is_small_and_not_zero() {
        assertThat(ChiSquared.upperTail(200, 2) / Math.exp(-100)).isCloseTo(1, within(1e-12));
        assertThat(ChiSquared.upperTail(0, 3)).isEqualTo(1);
        assertThat(ChiSquared.upperTail(1e6, 1)).isZero();
    }
}
