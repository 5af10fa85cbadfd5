// SPDX-License-Identifier: Apache-2.0
package org.tidemark.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "rfc822;a@b.example, a@b.example",
                "rfc822; a@b.example, a@b.example",
                "RFC822;<a@b.example>, a@b.example",
                "a@b.example, a@b.example",
                "rfc822; a@b.example (Somebody), a@b.example",
                "rfc822;@relay.example:a@b.example, a@b.example",
                "utf-8; \\x{6240}@b.example, 所@b.example",
                "utf-8; 所@b.example, 所@b.example",
                "rfc822;a+40b.example, a@b.example",
                "rfc822;a+2Bc@b.example, a+2Bc@b.example",
                "rfc822; \"a b\"@c.example, ",
                "rfc822; \"a..b\"@c.example, \"a..b\"@c.example",
                "LOCAL; <owner>, ",
                "X-Unix; |/usr/bin/vacation, ",
                "rfc822;, ",
            })
    void the_address_of_a_field_is_found_whatever_stands_around_it(String field, @Nullable String address) {
        assertThat(Addresses.ofField(field).orElse(null)).isEqualTo(address);
    }

    @Test
    void addresses_in_a_text_lose_the_quotes_of_the_sentence() {
        assertThat(Addresses.in("'a@b.example' and mailto:o'neill@c.example, <d@[192.0.2.1]>; e@f.example."))
                .containsExactly("a@b.example", "o'neill@c.example", "d@[192.0.2.1]", "e@f.example");
    }

    @Test
    void a_long_text_without_an_address_costs_little() {
        assertThat(Addresses.in("a".repeat(100_000) + "@")).isEmpty();
    }

    @Test
    void a_reason_is_one_short_line_that_no_terminal_obeys() {
        assertThat(Reason.of("550\r\n\u001B[31m red \u202E text\u0000")).isEqualTo("550 [31m red text");
        assertThat(Reason.of(" \r\n ")).isNull();
        assertThat(Reason.of("x".repeat(1_000))).hasSize(240).endsWith("…");
        assertThat(Reason.of("\uD83D\uDE00".repeat(500)))
                .doesNotContain("\uFFFD")
                .endsWith("…");
    }
}
