// SPDX-License-Identifier: Apache-2.0
package org.tidemark.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.asset.Server;

class ServerBookTest {
    /// Two records, each `address port host name`, and whether they are one server.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            192.0.2.1 443 - -                   | 192.0.2.1 443 - -                     | true
            192.0.2.1 443 - -                   | 192.0.2.1 444 - -                     | false
            192.0.2.1 443 mail.a.example EX01   | 192.0.2.1 443 mail.b.example EX02     | true
            192.0.2.1 443 - EX01                | 192.0.2.2 443 - EX01                  | false
            - - - EX01                          | - - - ex01                            | true
            - - ex01.a.example EX01             | - - EX01.A.example ex01               | true
            - - ex01.a.example EX01             | - - ex01.b.example EX01               | false
            - - ex01.a.example EX01             | - - - EX01                            | true
            - - mail.a.example -                | - - MAIL.a.example -                  | true
            - 443 mail.a.example -              | - 25 mail.a.example -                 | false
            """)
    void records_are_of_one_server_where_what_they_share_tells_it_from_others(String one, String other, boolean same) {
        var book = new ServerBook();
        book.add(observation(one, 1));
        book.add(observation(other, 2));
        assertThat(book.servers()).hasSize(same ? 1 : 2);
    }

    @Test
    void a_name_alone_belongs_to_none_of_two() {
        var book = new ServerBook();
        book.add(observation("- - - EX01", 1));
        book.add(observation("- - ex01.a.example EX01", 2));
        book.add(observation("- - ex01.b.example EX01", 3));
        assertThat(book.servers()).hasSize(3);
    }

    private static Observation observation(String text, long line) {
        var parts = text.strip().split(" ", -1);
        var port = part(parts[1]);
        var server = Server.at(part(parts[0]), port == null ? null : Integer.valueOf(port));
        if (part(parts[2]) != null) {
            server = server.withHost(parts[2]);
        }
        if (part(parts[3]) != null) {
            server = server.withName(parts[3]);
        }
        var sighting = new Sighting(server, null, List.of(), Map.of(), new Sighting.Source("f", line, "test"));
        return Observation.ofNothingKnown(sighting, Set.of(), "", Map.of());
    }

    private static @Nullable String part(String text) {
        return text.equals("-") ? null : text;
    }
}
