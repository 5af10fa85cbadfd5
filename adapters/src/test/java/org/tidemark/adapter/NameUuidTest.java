// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class NameUuidTest {
    @Test
    void the_example_of_the_standard() {
        // RFC 9562, A.4.
        var names = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
        assertThat(NameUuid.of(names, "www.example.com")).hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
    }

    @Test
    void parts_that_join_to_one_text_are_two_names() {
        assertThat(NameUuid.own("a", "bc")).isNotEqualTo(NameUuid.own("ab", "c"));
        assertThat(NameUuid.own("a", "")).isNotEqualTo(NameUuid.own("a"));
        assertThat(NameUuid.own("a\n1:b")).isNotEqualTo(NameUuid.own("a\n", "b"));
        assertThat(NameUuid.own("a", "b")).isEqualTo(NameUuid.own("a", "b"));
    }
}
