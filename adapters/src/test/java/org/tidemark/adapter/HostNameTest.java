// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNameTest {
    @ParameterizedTest
    @CsvSource({
        "mail.example.org, mail.example.org",
        "MAIL.Example.ORG., mail.example.org",
        "a_b.xn--bcher-kva.example, a_b.xn--bcher-kva.example",
        "1.2.example, 1.2.example",
    })
    void a_full_name_is_told_in_lower_case(String text, String name) {
        assertThat(HostName.full(text)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mail",
                "192.0.2.1",
                "-a.example",
                "a..example",
                "a.example/x",
                "a b.example",
                "=a.example",
                "m\u00fcller.example",
                "*.example.org",
                "2001:db8::1"
            })
    void whatever_else_is_no_name(String text) {
        assertThat(HostName.full(text)).isEmpty();
    }

    @Test
    void a_name_that_is_too_long_is_none() {
        assertThat(HostName.full("a".repeat(64) + ".example")).isEmpty();
        assertThat(HostName.full("a.".repeat(130) + "example")).isEmpty();
        assertThat(HostName.full(null)).isEmpty();
    }
}
