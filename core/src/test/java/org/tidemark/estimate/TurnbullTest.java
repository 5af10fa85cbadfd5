// SPDX-License-Identifier: Apache-2.0
package org.tidemark.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TurnbullTest {
    @ParameterizedTest
    @CsvSource({
        "turnbull_cosmesis_rt, left, right, 5e-5, -58.060022",
        "turnbull_scan_days, last_seen_vulnerable_day, first_seen_patched_day, 5e-7, -19.951591"
    })
    void the_published_masses_come_out(String table, String left, String right, double digits, double logLikelihood) {
        var fit = Turnbull.of(intervals(table, left, right));

        var expected = Reference.rows(table + "_expected.csv");
        assertThat(fit.converged()).isTrue();
        assertThat(fit.logLikelihood()).isCloseTo(logLikelihood, within(1e-6));
        assertThat(fit.steps()).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            var step = fit.steps().get(i);
            var row = expected.get(i);
            boolean last = i == expected.size() - 1;
            assertThat(step.left()).isEqualTo(row.number("left"));
            if (!last) {
                assertThat(step.right()).isEqualTo(row.number("right"));
            }
            assertThat(step.mass()).isCloseTo(row.number("p"), within(digits));
            assertThat(step.survivalAfter()).isCloseTo(row.number("surv_after"), within(digits));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void it_is_a_distribution_that_no_other_order_or_split_changes(long seed) {
        var random = new Random(seed);
        var intervals = new ArrayList<Interval>();
        var split = new ArrayList<Interval>();
        for (int i = 0; i < 60; i++) {
            double left = random.nextInt(20);
            double right = random.nextInt(4) == 0 ? Double.POSITIVE_INFINITY : left + 1 + random.nextInt(6);
            int weight = 1 + random.nextInt(5);
            intervals.add(new Interval(left, right, weight));
            for (int n = 0; n < weight; n++) {
                split.add(new Interval(left, right, 1));
            }
        }

        var fit = Turnbull.of(intervals);

        assertThat(Turnbull.of(Reference.shuffled(split, seed))).isEqualTo(fit);
        assertThat(fit.converged()).isTrue();
        assertThat(fit.steps().stream().mapToDouble(Turnbull.Step::mass).sum()).isCloseTo(1, within(1e-12));
        assertThat(fit.steps().stream().map(Turnbull.Step::survivalAfter).toList())
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(fit.steps()).allSatisfy(step -> assertThat(step.left()).isLessThan(step.right()));
        assertThat(fit.logLikelihood()).isGreaterThanOrEqualTo(plainIteration(intervals) - 1e-9);
    }

    /// Ten thousand rounds of the textbook's formula, with nothing clever about it.
    private static double plainIteration(List<Interval> intervals) {
        var likelihood = Likelihood.of(intervals);
        var masses = new double[likelihood.size()];
        Arrays.fill(masses, 1.0 / masses.length);
        for (int round = 0; round < 10_000; round++) {
            var slope = likelihood.slope(masses);
            for (int j = 0; j < masses.length; j++) {
                masses[j] *= slope[j];
            }
        }
        return likelihood.log(masses);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void daily_scans_that_miss_nothing_give_the_curve_of_kaplan_and_meier(long seed) {
        var random = new Random(seed);
        var intervals = new ArrayList<Interval>();
        var spells = new ArrayList<Spell>();
        for (int i = 0; i < 200; i++) {
            double day = 1 + random.nextInt(30);
            if (random.nextInt(5) == 0 || day == 30) {
                intervals.add(Interval.after(day));
                spells.add(Spell.censored(day));
            } else {
                intervals.add(Interval.between(day - 1, day));
                spells.add(Spell.ended(day));
            }
        }

        var turnbull = Turnbull.of(intervals);
        var kaplanMeier = KaplanMeier.of(spells);

        for (var step : kaplanMeier.steps()) {
            assertThat(turnbull.survivalAt(step.time()).lower()).isCloseTo(step.survival(), within(1e-8));
            var same = turnbull.steps().stream()
                    .filter(one -> one.right() == step.time())
                    .findFirst()
                    .orElseThrow();
            // Greenwood's error is what the information gives here.
            assertThat(same.standardError()).isCloseTo(step.standardError(), within(1e-6));
        }
    }

    @Test
    void four_hundred_thousand_servers_of_thirty_scans_take_a_moment() {
        var random = new Random(7);
        var intervals = new ArrayList<Interval>();
        for (int i = 0; i < 400_000; i++) {
            int left = (int) Math.min(29, -Math.log(random.nextDouble()) * 8);
            int right = left + 1 + random.nextInt(3);
            intervals.add(right > 30 ? Interval.after(left) : Interval.between(left, right));
        }

        assertThat(CompletableFuture.supplyAsync(() -> Turnbull.of(intervals)))
                .succeedsWithin(Duration.ofSeconds(20))
                .satisfies(fit -> assertThat(fit.converged()).isTrue());
    }

    @Test
    void inside_an_interval_the_curve_is_a_range() {
        var fit = Turnbull.of(List.of(Interval.between(1, 3), Interval.after(3)));

        assertThat(fit.survivalAt(1)).isEqualTo(new Band(1, 1));
        assertThat(fit.survivalAt(2)).isEqualTo(new Band(0.5, 1));
        assertThat(fit.survivalAt(3)).isEqualTo(new Band(0.5, 0.5));
        assertThat(fit.survivalAt(1e9)).isEqualTo(new Band(0, 0.5));
        assertThat(fit.median()).hasValue(3);
    }

    @Test
    void nothing_is_known_of_nobody() {
        assertThat(Turnbull.of(List.of()).steps()).isEmpty();
        assertThat(Turnbull.of(List.of(Interval.after(4))).steps())
                .containsExactly(new Turnbull.Step(4, Double.POSITIVE_INFINITY, 1, 0, Double.NaN, null));
    }

    @ParameterizedTest
    @CsvSource({"3, 3, 1", "4, 3, 1", "NaN, 3, 1", "-Infinity, 3, 1", "1, NaN, 1", "1, 2, 0"})
    void an_interval_with_nothing_in_it_is_refused(double left, double right, long weight) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(left, right, weight));
    }

    private static List<Interval> intervals(String table, String left, String right) {
        return Reference.rows(table + ".csv").stream()
                .map(row -> Interval.between(row.number(left), row.number(right)))
                .toList();
    }
}
