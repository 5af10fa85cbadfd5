// SPDX-License-Identifier: Apache-2.0
package org.tidemark.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How people write an operating system and a framework version.
class SpellingTest {

    @ParameterizedTest
    @CsvSource({
        "2016, 2016",
        "Windows Server 2016, 2016",
        "WS2016, 2016",
        "Microsoft Windows Server 2012 R2, 2012R2",
        "ws2008r2sp1, 2008R2",
        "' 2012r2 ', 2012R2",
    })
    void an_operating_system_has_many_spellings(String text, String name) {
        assertThat(Platform.parse(text)).hasValue(new Platform(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Windows", "Windows 10", "NT 4", "20166", "R2"})
    void other_texts_are_no_operating_system(String text) {
        assertThat(Platform.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"4.8, 4.8", ".NET 4.8, 4.8", ".NET Framework 4.7.2, 4.7.2", "v4.6.1, 4.6.1"})
    void a_framework_has_many_spellings(String text, String version) {
        assertThat(FrameworkVersion.parse(text).orElseThrow()).hasToString(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4", "four", "4.8.", "4.7.2.1"})
    void other_texts_are_no_framework(String text) {
        assertThat(FrameworkVersion.parse(text)).isEmpty();
    }

    @Test
    void versions_are_compared_as_numbers() {
        assertThat(FrameworkVersion.parse("4.10").orElseThrow())
                .isGreaterThan(FrameworkVersion.parse("4.8.1").orElseThrow());
    }
}
