// SPDX-License-Identifier: Apache-2.0
package org.tidemark.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.adapter.simulation.ReadScenario;
import org.tidemark.fault.ErrorCode;
import org.tidemark.fault.TidemarkException;

/// A scenario that is not sound is refused with a sentence that names the place.
class ScenarioReadingTest {
    @Test
    void the_scenario_of_the_pack_is_read_whole() {
        var read = March2021.READ;

        assertThat(read.scenario().name()).isEqualTo(March2021.TEXT.name());
        assertThat(read.scenario().starts()).hasSizeGreaterThan(150);
        assertThat(read.wording().answers()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "half-life-after: 20, half-life: 20, `half-life-after` is missing",
        "half-life-after: 20, half-life-after: soon, which is no number",
        "half-life-after: 20, half-life-after: 0, must be above 0",
        "universe: 400000, universe: 399999, lies outside the universe",
        "universe: 400000, universe: 1.5, must be a whole number",
        "begins: 2021-03-01, begins: March, is no day",
        "begins: 2021-03-01, begins: 2021-03-02, must be of the day on which it begins",
        "day: 2021-03-11, day: 2021-03-09, does not follow the one before it",
        "missed: 0.02, missed: 2, must lie between 0 and 1",
        "pace: 1.25, speed: 1.25, `pace` is missing",
        "pace: 1.25, 'pace: 1.25, mood: good', `mood` is no key here",
        "mitigation: no, mitigation: perhaps, must be yes or no",
        "title: March, 'colour: red\ntitle: March', `colour` is no key here",
        "title: March, title: [March, is no YAML",
    })
    void what_is_wrong_with_the_sheet_is_said(String text, String instead, String said) {
        var sheet = March2021.TEXT.sheet().replace(text, instead);

        assertThat(sheet).isNotEqualTo(March2021.TEXT.sheet());
        refused(sheet, March2021.TEXT.mix(), said);
    }

    @ParameterizedTest
    @CsvSource({
        "'2016,CU19,15.1.2176.2,', '2017,CU19,15.1.2176.2,', 'The product 2017 is not among'",
        "'15.1.2176.9,2021-03-02', '15.1.2176.9,someday', 'is no day'",
        "'15.1.2176.9,2021-03-02', '15.1.2176,2021-03-02', 'is no build of four parts'",
        "'product,level', 'product,branch', 'level'",
    })
    void what_is_wrong_with_the_mix_is_said(String text, String instead, String said) {
        refused(March2021.TEXT.sheet(), March2021.TEXT.mix().replace(text, instead), said);
    }

    @Test
    void a_scenario_without_a_mix_is_refused() {
        refused(March2021.TEXT.sheet(), "", "needs a row of the mix");
    }

    private static void refused(String sheet, String mix, String said) {
        assertThatThrownBy(() -> ReadScenario.read("here/", sheet, mix))
                .isInstanceOfSatisfying(
                        TidemarkException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PACK))
                .hasMessageContainingAll("The scenario cannot be used. here/", said);
    }
}
