// SPDX-License-Identifier: Apache-2.0
package org.tidemark.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// Whether the bands hold the truth as often as they say, over many populations whose truth is known.
class BandsTest {
    private static final int TRIALS = 1_000;

    private static double share(Predicate<Random> holds) {
        int held = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            held += holds.test(new Random(trial)) ? 1 : 0;
        }
        return (double) held / TRIALS;
    }

    /// Servers that are patched at the same rate all the time, seen on each of some days.
    private static List<Spell> population(Random random, int size, double rate, int days) {
        var spells = new ArrayList<Spell>();
        for (int i = 0; i < size; i++) {
            double day = Math.ceil(-Math.log(1 - random.nextDouble()) / rate);
            spells.add(day > days ? Spell.censored(days) : Spell.ended(Math.max(1, day)));
        }
        return spells;
    }

    @Test
    void the_band_of_the_curve() {
        assertThat(share(random -> {
                    var band = KaplanMeier.of(population(random, 200, 0.1, 10))
                            .steps()
                            .get(4)
                            .band();
                    return band != null && band.contains(Math.exp(-0.5));
                }))
                .isBetween(0.93, 0.97);
    }

    @Test
    void the_band_of_the_curve_between_scans() {
        assertThat(share(random -> {
                    var intervals = new ArrayList<Interval>();
                    for (int i = 0; i < 200; i++) {
                        double day = -Math.log(1 - random.nextDouble()) / 0.1;
                        // Scans of every second day, of which a server is missed in one of three.
                        double left = 0;
                        double right = Double.POSITIVE_INFINITY;
                        for (int scan = 2; scan <= 12 && right == Double.POSITIVE_INFINITY; scan += 2) {
                            if (scan == 6 || random.nextInt(3) > 0) {
                                left = day > scan ? scan : left;
                                right = day > scan ? right : scan;
                            }
                        }
                        intervals.add(new Interval(left, right, 1));
                    }
                    return Turnbull.of(intervals).steps().stream()
                            .filter(step -> step.right() == 6)
                            .allMatch(step -> step.band() != null && step.band().contains(Math.exp(-0.6)));
                }))
                .isBetween(0.92, 0.98);
    }

    @Test
    void the_band_of_the_median() {
        assertThat(share(random -> {
                    var band = KaplanMeier.of(population(random, 200, 0.1, 30)).medianBand();
                    return band != null && band.contains(7);
                }))
                .isGreaterThan(0.93);
    }

    @Test
    void the_band_of_a_rate() {
        assertThat(share(random -> {
                    long left = population(random, 500, 0.1, 5).stream()
                            .filter(spell -> spell.cause() == Spell.CENSORED)
                            .count();
                    return HalfLife.phase(0, 500, 5, (double) left)
                            .orElseThrow()
                            .rateBand()
                            .contains(0.1);
                }))
                .isBetween(0.93, 0.97);
    }

    @Test
    void the_band_of_a_forecast() {
        assertThat(share(random -> {
                    var past = population(random, 400, 0.05, 10);
                    long left = past.stream()
                            .filter(spell -> spell.cause() == Spell.CENSORED)
                            .count();
                    double serverDays = past.stream()
                            .mapToDouble(spell -> spell.cause() == Spell.CENSORED ? 10 : spell.exit() - 0.5)
                            .sum();
                    long then = population(random, (int) left, 0.05, 7).stream()
                            .filter(spell -> spell.cause() == Spell.CENSORED)
                            .count();
                    return Forecast.of(left, 400 - left, serverDays, 10, 7)
                            .orElseThrow()
                            .band()
                            .contains((double) then);
                }))
                .isBetween(0.93, 0.97);
    }

    @Test
    void the_band_of_a_size() {
        assertThat(share(random -> {
                    long first = 0;
                    long second = 0;
                    long both = 0;
                    for (int i = 0; i < 1_000; i++) {
                        boolean one = random.nextInt(10) < 3;
                        boolean other = random.nextInt(10) < 4;
                        first += one ? 1 : 0;
                        second += other ? 1 : 0;
                        both += one && other ? 1 : 0;
                    }
                    return Chapman.of(first, second, both).band().contains(1_000);
                }))
                .isBetween(0.93, 0.97);
    }
}
