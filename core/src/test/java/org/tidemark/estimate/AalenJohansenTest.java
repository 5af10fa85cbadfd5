// SPDX-License-Identifier: Apache-2.0
package org.tidemark.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AalenJohansenTest {
    private static final int PATCHED = 1;
    private static final int GONE = 2;

    private static List<Spell> hosts() {
        return Reference.rows("competing_risks.csv").stream()
                .map(row -> Spell.ended(
                        row.number("day"),
                        switch (row.text("outcome")) {
                            case "patched" -> PATCHED;
                            case "gone" -> GONE;
                            default -> Spell.CENSORED;
                        }))
                .toList();
    }

    @Test
    void the_reference_shares_come_out() {
        var shares = AalenJohansen.of(hosts());
        var naive = KaplanMeier.of(hosts().stream()
                .map(spell -> spell.cause() == GONE ? Spell.censored(spell.exit()) : spell)
                .toList());

        for (var row : Reference.rows("competing_risks_expected.csv")) {
            double day = row.number("day");
            assertThat(shares.survivalAt(day)).isCloseTo(row.number("S_still_vulnerable"), within(5e-7));
            assertThat(shares.incidenceAt(day, PATCHED)).isCloseTo(row.number("CIF_patched"), within(5e-7));
            assertThat(shares.incidenceAt(day, GONE)).isCloseTo(row.number("CIF_gone"), within(5e-7));
            assertThat(1 - naive.survivalAt(day)).isCloseTo(row.number("naive_1_minus_KM_patched"), within(5e-7));
        }
    }

    @Test
    void what_became_of_all_sums_to_one_in_any_order() {
        var shares = AalenJohansen.of(hosts());

        assertThat(AalenJohansen.of(Reference.shuffled(hosts(), 3))).isEqualTo(shares);
        for (var step : shares.steps()) {
            assertThat(step.survival()
                            + step.incidence().stream().mapToDouble(d -> d).sum())
                    .isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void an_end_that_nothing_came_to_has_no_share() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AalenJohansen.of(hosts()).incidenceAt(3, 3));
    }
}
