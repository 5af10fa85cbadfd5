// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvRowsTest {
    @Test
    void a_cell_is_quoted_where_its_text_needs_it() {
        assertThat(CsvRows.quoted("mail.example.org")).isEqualTo("mail.example.org");
        assertThat(CsvRows.quoted("a, \"b\"")).isEqualTo("\"a, \"\"b\"\"\"");
    }

    @Test
    void a_cell_that_a_spreadsheet_would_take_for_a_formula_gets_an_apostrophe() {
        for (var sign : new String[] {"=", "+", "-", "@"}) {
            assertThat(CsvRows.quoted(sign + "1")).isEqualTo("'" + sign + "1");
        }
    }

    @Test
    void what_a_terminal_would_obey_or_a_reader_be_fooled_by_becomes_a_question_mark() {
        assertThat(CsvRows.quoted("a\u001B[31mb")).isEqualTo("a?[31mb");
        assertThat(CsvRows.quoted("a\u001B]0;title\u0007b")).isEqualTo("a?]0;title?b");
        assertThat(CsvRows.quoted("a\u009B31mb")).isEqualTo("a?31mb");
        assertThat(CsvRows.quoted("a\u202Egro.elpmaxe")).isEqualTo("a?gro.elpmaxe");
        assertThat(CsvRows.quoted("a\r\nb\tc")).isEqualTo("a??b?c");
        assertThat(CsvRows.quoted("\t=1")).isEqualTo("?=1");
    }
}
