// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    @ParameterizedTest
    @CsvSource({
        "2021-03-12T01:10:21Z, 2021-03-12T01:10:21Z",
        "2021-03-12 01:10:21, 2021-03-12T01:10:21Z",
        "2021-03-12T01:10:21.131415, 2021-03-12T01:10:21.131415Z",
        "2021-03-12T01:10:21.123456789123Z, 2021-03-12T01:10:21.123456789Z",
        "2021-03-12T01:10:21+02:00, 2021-03-11T23:10:21Z",
        "2021-03-12T01:10:21.5-0430, 2021-03-12T05:40:21.500Z",
        "2021-03-12T01:10:21+02, 2021-03-11T23:10:21Z",
        "2021-03-12 01:10:21 UTC, 2021-03-12T01:10:21Z",
        "2016-12-31T23:59:60Z, 2016-12-31T23:59:59Z",
        "2024-02-29T00:00:00Z, 2024-02-29T00:00:00Z",
    })
    void a_time_is_read_whatever_its_tool_makes_of_the_zone(String text, Instant expected) {
        assertThat(Times.instant(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "yesterday",
                "2021-03-12",
                "2021-02-30T00:00:00Z",
                "2021-03-12T25:00:00Z",
                "2021-03-12T01:10:21+99:00",
                "2021-03-12T01:10:21X",
                "2021/03/12 01:10:21",
                "20210312T011021Z.......",
                "0000-00-00T00:00:00Z",
                "2021-03-12T01:10:21+1",
                "2021-03-12T01:10:xxZ",
                "٢٠٢١-03-12T01:10:21Z"
            })
    void what_is_no_time_is_null(String text) {
        assertThat(Times.instant(text)).isNull();
    }

    @Test
    void seconds_are_read_within_reason() {
        assertThat(Times.epochSecond("1614679200")).isEqualTo("2021-03-02T10:00:00Z");
        for (var text : new String[] {null, "", "0", "-1", "99999999999", "1e9", "9".repeat(40)}) {
            assertThat(Times.epochSecond(text)).isNull();
        }
    }
}
