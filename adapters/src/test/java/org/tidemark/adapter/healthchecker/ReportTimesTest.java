// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.healthchecker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTimesTest {
    @ParameterizedTest
    @CsvSource({
        "04/22/2026 12:17:17, 2026-04-22T12:17:17Z",
        "22/04/2026 12:17:17, 2026-04-22T12:17:17Z",
        "5/5/2026 12:17:17, 2026-05-05T12:17:17Z",
        "04/02/2026 12:17:17, ",
        "44/22/2026 12:17:17, ",
        "2026-04-22T12:17:17+02:00, 2026-04-22T10:17:17Z",
        "Wednesday, "
    })
    void a_date_in_which_day_and_month_could_be_either_is_none(String text, Instant expected) {
        assertThat(VulnerabilityReportFormat.date(text)).isEqualTo(expected);
    }

    @Test
    void the_name_of_a_report_holds_its_time() {
        assertThat(ReportedServer.namedTime("in/HealthChecker-EX19-01-20250902081403.xml"))
                .isEqualTo("2025-09-02T08:14:03Z");
        assertThat(ReportedServer.namedTime("HealthChecker-EX19-01-20259902081403.xml"))
                .isNull();
        assertThat(ReportedServer.namedTime("report.xml")).isNull();
    }
}
