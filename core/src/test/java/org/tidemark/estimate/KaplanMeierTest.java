// SPDX-License-Identifier: Apache-2.0
package org.tidemark.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KaplanMeierTest {
    @ParameterizedTest
    @CsvSource({"6MP, 5e-7, 23", "placebo, 5e-8, 8"})
    void the_textbook_table_comes_out(String group, double digits, double median) {
        var curve = KaplanMeier.of(Reference.spells("km_6mp.csv", group));

        var expected = Reference.rows("km_6mp_expected.csv").stream()
                .filter(row -> row.text("group").equals(group))
                .toList();
        assertThat(curve.steps()).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            var step = curve.steps().get(i);
            var row = expected.get(i);
            assertThat(step.time()).isEqualTo(row.number("time"));
            assertThat(step.atRisk()).isEqualTo((long) row.number("n_risk"));
            assertThat(step.events()).isEqualTo((long) row.number("n_event"));
            assertThat(step.survival()).isCloseTo(row.number("surv"), within(digits));
            if (row.text("greenwood_se").equals("NaN")) {
                assertThat(step.standardError()).isNaN();
                assertThat(step.band()).isNull();
            } else {
                assertThat(step.standardError()).isCloseTo(row.number("greenwood_se"), within(5e-8));
            }
        }
        assertThat(curve.median()).hasValue(median);
    }

    /// The formula S^exp(±z·se/(S·|ln S|)), put to the survival and error of the textbook table by hand: 0.620
    /// and 0.952
    /// at 6, 0.188 and 0.680 at 23. The lower end first passes a half at 13 (0.432), the upper one never does.
    @Test
    void the_band_is_that_of_the_log_log_scale() {
        var curve = KaplanMeier.of(Reference.spells("km_6mp.csv", "6MP"));

        var first = curve.steps().getFirst().band();
        assertThat(first.lower()).isCloseTo(0.620, within(5e-4));
        assertThat(first.upper()).isCloseTo(0.952, within(5e-4));
        var last = curve.steps().getLast().band();
        assertThat(last.lower()).isCloseTo(0.188, within(5e-4));
        assertThat(last.upper()).isCloseTo(0.680, within(5e-4));
        assertThat(curve.medianBand()).isEqualTo(new Band(13, Double.POSITIVE_INFINITY));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void neither_order_nor_split_changes_the_curve_which_only_falls(long seed) {
        var random = new Random(seed);
        var spells = new ArrayList<Spell>();
        var split = new ArrayList<Spell>();
        for (int i = 0; i < 80; i++) {
            double entry = random.nextInt(10);
            var spell = new Spell(entry, entry + 1 + random.nextInt(20), random.nextInt(3), 1 + random.nextInt(4));
            spells.add(spell);
            for (int n = 0; n < spell.weight(); n++) {
                split.add(new Spell(spell.entry(), spell.exit(), spell.cause(), 1));
            }
        }

        var curve = KaplanMeier.of(spells);

        assertThat(KaplanMeier.of(Reference.shuffled(split, seed)).steps()).isEqualTo(curve.steps());
        double before = 1;
        for (var step : curve.steps()) {
            assertThat(step.survival()).isBetween(0.0, before);
            if (step.band() != null) {
                assertThat(step.band().contains(step.survival())).isTrue();
                assertThat(step.band().lower()).isBetween(0.0, 1.0);
            }
            before = step.survival();
        }
    }

    @Test
    void a_server_first_seen_late_is_not_counted_before() {
        var curve = KaplanMeier.of(List.of(
                Spell.ended(2),
                Spell.ended(5),
                Spell.censored(6),
                Spell.ended(8).seenSince(4)));

        assertThat(curve.steps()).extracting(KaplanMeier.Step::atRisk).containsExactly(3L, 3L, 1L);
        assertThat(curve.survivalAt(5)).isCloseTo(2 / 3.0 * 2 / 3.0, within(1e-15));
    }

    @Test
    void what_enters_at_a_time_is_not_at_risk_then() {
        var curve = KaplanMeier.of(
                List.of(Spell.ended(4).times(2), Spell.censored(9).seenSince(4)));

        assertThat(curve.steps().getFirst().atRisk()).isEqualTo(2);
    }

    @Test
    void without_an_event_all_are_left() {
        var curve = KaplanMeier.of(List.of(Spell.censored(3)));

        assertThat(curve.steps()).isEmpty();
        assertThat(curve.survivalAt(9)).isEqualTo(1);
        assertThat(curve.median()).isEmpty();
        assertThat(curve.medianBand()).isNull();
        assertThat(KaplanMeier.of(List.of()).watchedUntil()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"3, 3, 1, 1", "4, 3, 1, 1", "0, Infinity, 1, 1", "0, NaN, 0, 1", "0, 1, -1, 1", "0, 1, 1, 0"})
    void a_spell_without_length_end_or_weight_is_refused(double entry, double exit, int cause, long weight) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Spell(entry, exit, cause, weight));
    }
}
