// SPDX-License-Identifier: Apache-2.0
package org.tidemark.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnTokenTest {
    @ParameterizedTest
    @CsvSource({
        "to, b+0a1b2c@notices.example, 0a1b2c",
        "to, <B+0A1B2C@notices.example>, 0a1b2c",
        "delivered-to, b+0a1b2c@notices.example, 0a1b2c",
        "x-original-to, b+0a1b2c@notices.example, 0a1b2c",
        "envelope-to, 'x@y.example, b+0a1b2c@notices.example', 0a1b2c",
        "to, bob+0a1b2c@notices.example, ",
        "to, b@notices.example, ",
        "cc, b+0a1b2c@notices.example, ",
    })
    void the_token_is_that_of_an_address_of_ours(String field, String value, @Nullable String token) {
        var headers = new MailHeaders.Builder().add(field, value).build();

        assertThat(OwnToken.in(headers, Optional.empty()).orElse(null)).isEqualTo(token);
    }

    @ParameterizedTest
    @CsvSource({
        "0a1b2c3d4e, 0a1b2c3d4e",
        "b+0a1b2c3d4e, 0a1b2c3d4e",
        "b+2B0a1b2c3d4e, 0a1b2c3d4e",
        "b+2b1b2c3d4e, 2b1b2c3d4e",
        "b+0a1b2c3d4e@notices.example, 0a1b2c3d4e",
        "short, ",
        "not ours, "
    })
    void the_envelope_identifier_names_it_where_no_address_does(String envelope, @Nullable String token) {
        var headers = new MailHeaders.Builder().build();

        assertThat(OwnToken.in(headers, Optional.of(envelope)).orElse(null)).isEqualTo(token);
    }
}
