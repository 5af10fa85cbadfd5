// SPDX-License-Identifier: Apache-2.0
package org.tidemark.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is read off curves and counts: half-lives, plateaus, forecasts, sizes.
class ReadingsTest {
    /// Published pairs of counts: RiskIQ 9 to 14 and 14 to 22 March 2021, CERT.at 18 to 26 March, Italy 29
    /// March to 10
    /// April.
    @ParameterizedTest
    @CsvSource({"100000, 69548, 5, 9.5", "69548, 30000, 8, 6.6", "839, 254, 8, 4.6", "1477, 1100, 12, 28"})
    void published_pairs_have_these_half_lives(double before, double after, double days, double halfLife) {
        var phase = HalfLife.phase(0, before, days, after).orElseThrow();

        var half = HalfLife.of(phase);
        assertThat(half.days()).isCloseTo(halfLife, within(halfLife > 20 ? 0.5 : 0.05));
        assertThat(half.band().contains(half.days())).isTrue();
        assertThat(phase.rateBand().contains(phase.rate())).isTrue();
    }

    @Test
    void what_does_not_fall_has_no_half_life() {
        assertThat(HalfLife.phase(0, 10, 5, 10)).isEmpty();
        assertThat(HalfLife.phase(0, 10, 5, 12)).isEmpty();
        assertThat(HalfLife.phase(0, 10, 5, 0)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> HalfLife.phase(5, 10, 5, 3));
        assertThat(HalfLife.of(HalfLife.phase(0, 4, 5, 3).orElseThrow()).band().upper())
                .isInfinite();
    }

    @Test
    void the_half_life_of_a_curve_is_its_median() {
        var half = HalfLife.median(KaplanMeier.of(Reference.spells("km_6mp.csv", "6MP")))
                .orElseThrow();

        assertThat(half.days()).isEqualTo(23);
        assertThat(half.band().lower()).isEqualTo(13);
    }

    @Test
    void two_lists_have_the_reference_sizes() {
        for (var row : Reference.rows("capture_recapture_expected.csv")) {
            var size = Chapman.of((long) row.number("n1"), (long) row.number("n2"), (long) row.number("m"));

            assertThat(size.estimate()).isCloseTo(row.number("chapman"), within(5e-7));
            assertThat(size.standardError()).isCloseTo(row.number("chapman_se"), within(5e-7));
            assertThat(size.band().lower()).isBetween((double) size.seen(), size.estimate());
            assertThat(size.band().upper()).isGreaterThan(size.estimate());
        }
    }

    @Test
    void a_list_inside_the_other_adds_nobody() {
        var size = Chapman.of(7, 3, 3);

        assertThat(size.estimate()).isEqualTo(7);
        assertThat(size.band()).isEqualTo(new Band(7, 7));
        assertThatIllegalArgumentException().isThrownBy(() -> Chapman.of(2, 9, 3));
    }

    /// `share` of a population never falls; the others fall by a tenth a day.
    private static List<Spell> population(long size, double share, int days) {
        var spells = new ArrayList<Spell>();
        long falling = Math.round(size * (1 - share));
        for (int day = 1; day <= days && falling > 0; day++) {
            long falls = Math.round(falling * 0.1);
            if (falls > 0) {
                spells.add(Spell.ended(day).times(falls));
            }
            falling -= falls;
        }
        long left = size - spells.stream().mapToLong(Spell::weight).sum();
        if (left > 0) {
            spells.add(Spell.censored(days).times(left));
        }
        return spells;
    }

    @Test
    void a_curve_that_has_stopped_falling_has_a_plateau() {
        var plateau = Plateau.of(KaplanMeier.of(population(40_000, 0.2, 80))).orElseThrow();

        assertThat(plateau.share()).isCloseTo(0.2, within(0.002));
        assertThat(plateau.band().contains(0.2)).isTrue();
        assertThat(plateau.decision()).contains("last quarter").endsWith(".");
    }

    @ParameterizedTest
    @CsvSource({"40000, 0.0, 20", "40000, 0.2, 15", "12, 0.3, 60", "40000, 1.0, 60"})
    void a_curve_that_falls_or_never_fell_or_is_of_few_has_none(long size, double share, int days) {
        assertThat(Plateau.of(KaplanMeier.of(population(size, share, days)))).isEmpty();
    }

    @Test
    void a_steady_fall_however_slow_is_no_plateau() {
        var spells = new ArrayList<Spell>();
        for (int day = 1; day <= 80; day++) {
            spells.add(Spell.ended(day).times(10));
        }
        spells.add(Spell.censored(80).times(10_000));

        assertThat(Plateau.of(KaplanMeier.of(spells))).isEmpty();
    }

    @Test
    void a_forecast_carries_its_band_and_its_assumption() {
        var forecast = Forecast.of(10_000, 5_000, 100_000, 10, 7).orElseThrow();

        assertThat(forecast.left()).isCloseTo(10_000 * Math.exp(-0.35), within(1e-9));
        assertThat(forecast.band().contains(forecast.left())).isTrue();
        assertThat(forecast.band().upper()).isLessThanOrEqualTo(10_000);
        assertThat(forecast.assumption())
                .startsWith("Assumes")
                .contains("10 days")
                .endsWith(".");
        var vaguer = Forecast.of(10_000, 50, 1_000, 10, 7).orElseThrow();
        assertThat(vaguer.band().upper() - vaguer.band().lower())
                .isGreaterThan(forecast.band().upper() - forecast.band().lower());
    }

    @ParameterizedTest
    @CsvSource({"1000, 9, 500, 10, 5", "0, 100, 500, 10, 5", "1000, 100, 500, 10, 11"})
    void nothing_is_forecast_from_too_little(long now, long events, double serverDays, double phase, double horizon) {
        assertThat(Forecast.of(now, events, serverDays, phase, horizon)).isEmpty();
    }

    /// Exact limits of a Poisson count (Garwood 1936), found by bisection of the sums of its probabilities.
    @ParameterizedTest
    @CsvSource({"0, 0, 3.689", "1, 0.025, 5.572", "5, 1.623, 11.668", "20, 12.217, 30.888", "100, 81.364, 121.627"})
    void the_limits_of_a_count_are_near_the_exact_ones(long events, double lower, double upper) {
        assertThat(Poisson.band(events).lower()).isCloseTo(lower, within(0.02));
        assertThat(Poisson.band(events).upper()).isCloseTo(upper, within(0.05));
    }
}
