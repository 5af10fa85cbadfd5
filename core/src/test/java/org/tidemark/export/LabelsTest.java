// SPDX-License-Identifier: Apache-2.0
package org.tidemark.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelsTest {
    @ParameterizedTest
    @CsvSource({
        "CLEAR, CLEAR, WHITE",
        "tlp:white, CLEAR, WHITE",
        "Green, GREEN, GREEN",
        "TLP:AMBER, AMBER, AMBER",
        "amber+strict, AMBER_STRICT, AMBER",
        "RED, RED, RED",
    })
    void a_label_is_read_in_any_case_and_has_an_old_one(String text, Tlp tlp, String old) {
        assertThat(Tlp.parse(text)).contains(tlp);
        assertThat(tlp.old()).isEqualTo(old);
    }

    @Test
    void whatever_else_is_no_label() {
        assertThat(Tlp.parse("AMBER STRICT")).isEmpty();
        assertThat(Tlp.parse("")).isEmpty();
    }

    /// Bounds of CVSS 3.1, table 14.
    @ParameterizedTest
    @CsvSource({
        "'', UNKNOWN",
        "x, UNKNOWN",
        "11, UNKNOWN",
        "0.0, NONE",
        "0.1, LOW",
        "3.9, LOW",
        "4.0, MEDIUM",
        "6.9, MEDIUM",
        "7.0, HIGH",
        "8.9, HIGH",
        "9.0, CRITICAL",
        "10.0, CRITICAL",
        "10, CRITICAL"
    })
    void a_score_has_a_severity(String score, Severity severity) {
        assertThat(Severity.of(score)).isEqualTo(severity);
    }
}
