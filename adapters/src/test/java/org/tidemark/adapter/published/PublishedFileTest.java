// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.tidemark.fault.Outcome;

class PublishedFileTest {
    private static Outcome<PublishedCount> read(String text) throws IOException {
        return PublishedFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "published.csv");
    }

    @Test
    void rows_come_in_the_order_of_their_days_and_a_bad_one_is_a_problem() throws IOException {
        var read = read("""
                source,date,value,label
                https://example.org/,2021-03-11,82000,"a, b"
                ,2021-03-09,100000,
                ,2021-3-9,5,x
                ,2021-03-10,-5,x
                ,2021-03-10,many,x
                """);

        assertThat(read.items())
                .containsExactly(
                        new PublishedCount(LocalDate.of(2021, 3, 9), 100_000, "", ""),
                        new PublishedCount(LocalDate.of(2021, 3, 11), 82_000, "a, b", "https://example.org/"));
        assertThat(read.problems())
                .extracting(problem -> problem.place().line())
                .containsExactly(4L, 5L, 6L);
    }

    @Test
    void a_file_without_date_and_value_is_one_problem() throws IOException {
        assertThat(read("day,count\n2021-03-09,5\n").problems()).hasSize(1);
        assertThat(read("").problems()).hasSize(1);
    }

    @Test
    void the_example_holds_the_four_counts_and_not_the_number_of_all_servers() throws IOException {
        try (var in = Files.newInputStream(Path.of("../examples/published-march-2021.csv"))) {
            var read = PublishedFile.read(in, "example");
            assertThat(read.problems()).isEmpty();
            assertThat(read.items())
                    .extracting(PublishedCount::value)
                    .containsExactly(100_000L, 82_000L, 69_548L, 30_000L);
        }
    }
}
