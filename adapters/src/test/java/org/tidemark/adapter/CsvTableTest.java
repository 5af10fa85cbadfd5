// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CsvTableTest {
    static Stream<Arguments> lines() {
        return Stream.of(
                Arguments.of("a,b,c", List.of("a", "b", "c")),
                Arguments.of("", List.of("")),
                Arguments.of(",", List.of("", "")),
                Arguments.of("\"a,b\",c", List.of("a,b", "c")),
                Arguments.of("\"a\"\"b\",\"\"", List.of("a\"b", "")),
                Arguments.of("\"a\"x,b", List.of("ax", "b")),
                Arguments.of("a\"b,c", List.of("a\"b", "c")),
                Arguments.of("a,\"b", null),
                Arguments.of("\"", null),
                Arguments.of("\"a\"\"", null));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void a_line_is_split_at_separators_outside_of_quotes(String line, List<String> expected) {
        assertThat(CsvLine.split(line, ',')).isEqualTo(expected);
    }

    @Test
    void the_separator_is_that_of_the_header() {
        assertThat(CsvLine.separatorOf("a,b,c;d")).isEqualTo(',');
        assertThat(CsvLine.separatorOf("a;b;c,d")).isEqualTo(';');
        assertThat(CsvLine.separatorOf("a\tb\tc")).isEqualTo('\t');
        assertThat(CsvLine.separatorOf("\"a;b;c\",d")).isEqualTo(',');
        assertThat(CsvLine.separatorOf("alone")).isEqualTo(',');
    }

    @Test
    void a_value_may_run_over_lines_and_lines_are_counted_as_the_file_has_them() throws IOException {
        assertThat(read("a,b\n1,\"x\ny\n\nz\"\n2,w\n")).containsExactly("2: 1|x\ny\nz", "6: 2|w");
    }

    @Test
    void a_quote_that_is_never_closed_costs_its_own_row_only() throws IOException {
        assertThat(read("a,b\n1,\"x\n2,y\n3,z\n")).containsExactly("problem 2", "3: 2|y", "4: 3|z");
        var long_ = "a,b\n1,\"x\n" + "2,y\n".repeat(500) + "3,\"z\"\n";
        assertThat(read(long_)).hasSize(502).startsWith("problem 2", "3: 2|y").endsWith("503: 3|z");
    }

    @Test
    void a_row_of_another_width_is_a_problem() throws IOException {
        assertThat(read("a,b\n1\n2,x\n3,y,z\n")).containsExactly("problem 2", "3: 2|x", "problem 4");
    }

    @Test
    void names_of_columns_are_found_without_case_and_the_first_of_two_counts() throws IOException {
        assertThat(read("B,\" A\",a\n1,2,3\n")).containsExactly("2: 2|1");
    }

    @Test
    void a_file_with_a_header_only_or_nothing_has_no_rows() throws IOException {
        assertThat(read("a,b\n")).isEmpty();
        assertThat(read("\n\n")).isEmpty();
        assertThat(read("#TYPE x\n")).isEmpty();
        assertThat(read("\"never closed")).containsExactly("problem 1");
    }

    @Test
    void a_row_that_is_too_long_is_a_problem() throws IOException {
        var big = "x".repeat(Limits.LONGEST_LINE);
        assertThat(read("a,b\n1,x\n2," + big + "\n3,y\n")).containsExactly("2: 1|x", "problem 3", "4: 3|y");
    }

    private static List<String> read(String text) throws IOException {
        var found = new ArrayList<String>();
        var sink = new Rendering() {
            @Override
            public void problem(org.tidemark.fault.Problem problem) {
                found.add("problem " + problem.place().line());
            }
        };
        var document = Document.inside(text.getBytes(StandardCharsets.UTF_8));
        CsvTable.read(document, sink, row -> found.add(row.line() + ": " + row.get("a") + "|" + row.get("b")));
        return found;
    }
}
