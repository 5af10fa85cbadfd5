// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.returnedmail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTablesTest {
    @ParameterizedTest
    @ValueSource(strings = {"marks.csv", "meanings.csv", "codes.csv"})
    void no_row_stands_twice_and_all_are_in_the_case_that_is_looked_for(String name) throws IOException {
        var rows = rows(name);

        assertThat(rows).doesNotHaveDuplicates().hasSizeGreaterThan(10);
        if (!name.equals("codes.csv")) {
            assertThat(rows).allSatisfy(row -> assertThat(row).isEqualTo(row.toLowerCase(java.util.Locale.ROOT)));
        }
    }

    @Test
    void the_tables_are_read() {
        assertThat(BundledWording.all()).isNotNull();
    }

    private static List<String> rows(String name) throws IOException {
        try (var in = BundledWording.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
