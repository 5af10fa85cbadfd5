// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.app.BundledPacks;
import org.tidemark.asset.Server;
import org.tidemark.exposure.Evidence;
import org.tidemark.exposure.Observation;
import org.tidemark.exposure.Sighting;
import org.tidemark.run.Knowledge;

class GatheredServersTest {
    private static final Knowledge KNOWLEDGE =
            new BundledPacks(GatheredServersTest.class.getClassLoader()).load(List.of());

    @Test
    void many_servers_are_gathered_as_few_are() {
        assertThat(gathered(3)).hasSize(20).isEqualTo(gathered(1_000));
    }

    /// What records of one server say, as `build at hours`, and what they say together.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            15.1.2176.2 at 2; 15.1.2176.9 at 2; 15.2.858.5 at 2  | 15.1.2176.2 of [15.1.2176.2, 15.1.2176.9, 15.2.858.5]
            15.1.2176.9 at 2; 15.1.2176.2 at 2; 15.1.2176.9 at 3 | 15.1.2176.2 of [15.1.2176.2, 15.1.2176.9]
            15.1.2176.2 at 0; 15.1.2176.9 at 10; 15.2.858.5 at 20 | 15.1.2176.9 of [15.1.2176.9, 15.2.858.5]
            15.1.2176 at 0; 15.1.2176.9 at 1; 15.1.2176.9 at 2   | 15.1.2176.9 of [15.1.2176.9]
            15.1.2176 at 0; 15.1.2176.9 at 1; 15.2.858.5 at 2    | 15.1.2176.9 of [15.1.2176.9, 15.2.858.5]
            15.1.2176.2 at 0; 15.1.2176.9 at 40                  | 15.1.2176.9 of [15.1.2176.9]
            """)
    void records_that_disagree_say_the_same_in_any_order(String records, String together) {
        for (var order : orders(List.of(records.split("; ", -1)))) {
            assertThat(mixed(order, 1_000)).as("%s", order).isEqualTo(together);
            assertThat(mixed(order, 0)).as("%s, from the store", order).isEqualTo(together);
        }
    }

    /// Inventory records, each `name host`, and the servers that they are of.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EX01 -; ex01 ex01.a.example                      | ex01.a.example
            EX01 -; ex01 ex01.a.example; EX01 ex01.b.example | EX01, ex01.a.example, ex01.b.example
            EX01 -; EX02 ex02.a.example                      | EX01, ex02.a.example
            """)
    void a_name_alone_belongs_to_the_one_server_that_has_it(String records, String servers) {
        for (var order : orders(List.of(records.split("; ", -1)))) {
            for (int most : List.of(1_000, 0)) {
                assertThat(named(order, most).stream().sorted().toList())
                        .as("%s, %s in memory", order, most)
                        .containsExactly(servers.split(", ", -1));
            }
        }
    }

    private static List<String> named(List<String> records, int mostInMemory) {
        var identifier = KNOWLEDGE.identifier();
        var told = new ArrayList<String>();
        try (var gathered = new GatheredServers(invocation(), KNOWLEDGE, mostInMemory)) {
            for (int i = 0; i < records.size(); i++) {
                var said = records.get(i).split(" ", -1);
                var server = Server.UNKNOWN.withName(said[0]);
                gathered.add(identifier.identify(new Sighting(
                        said[1].equals("-") ? server : server.withHost(said[1]),
                        null,
                        List.of(new Evidence.StatedVersion(Evidence.Basis.FILE, "15.1.2176.9")),
                        Map.of(),
                        new Sighting.Source("list", (long) i + 1, "inventory"))));
            }
            gathered.each(seen -> told.add(
                    seen.server().host() == null
                            ? String.valueOf(seen.server().name())
                            : seen.server().host()));
        }
        return told;
    }

    private static List<List<String>> orders(List<String> records) {
        if (records.size() < 2) {
            return List.of(records);
        }
        var orders = new ArrayList<List<String>>();
        for (int i = 0; i < records.size(); i++) {
            var rest = new ArrayList<>(records);
            var first = rest.remove(i);
            for (var order : orders(rest)) {
                order = new ArrayList<>(order);
                order.addFirst(first);
                orders.add(order);
            }
        }
        return orders;
    }

    private static String mixed(List<String> records, int mostInMemory) {
        var identifier = KNOWLEDGE.identifier();
        var told = new ArrayList<String>();
        try (var gathered = new GatheredServers(invocation(), KNOWLEDGE, mostInMemory)) {
            for (int i = 0; i < records.size(); i++) {
                var said = records.get(i).split(" at ", -1);
                gathered.add(identifier.identify(new Sighting(
                        Server.at("192.0.2.1", 443),
                        Instant.parse("2021-03-12T02:00:00Z").plus(Duration.ofHours(Long.parseLong(said[1]))),
                        List.of(new Evidence.StatedVersion(Evidence.Basis.REPORT, said[0])),
                        Map.of(),
                        new Sighting.Source("list", (long) i + 1, "hostlist"))));
            }
            gathered.each(seen -> told.add(seen.build() + " of " + seen.builds()));
        }
        return String.join("; ", told);
    }

    /// Twenty servers in sixty records, some of them without a time.
    private static List<String> gathered(int mostInMemory) {
        var identifier = KNOWLEDGE.identifier();
        var servers = new ArrayList<String>();
        try (var gathered = new GatheredServers(invocation(), KNOWLEDGE, mostInMemory)) {
            for (int i = 0; i < 60; i++) {
                int host = i % 20;
                var time = host % 3 == 0
                        ? null
                        : Instant.parse("2021-03-12T02:00:00Z").plusSeconds(i);
                var build = host % 4 == 0 ? "15.1.2176" : "15.1.2176." + (host % 2 == 0 ? 2 : 9);
                gathered.add(identifier.identify(new Sighting(
                        Server.at("192.0.2." + host, 443),
                        time,
                        List.of(new Evidence.StatedVersion(Evidence.Basis.REPORT, build)),
                        Map.of(),
                        new Sighting.Source("list", (long) i + 1, "hostlist"))));
            }
            gathered.each(seen -> servers.add(told(seen)));
        }
        return servers;
    }

    private static String told(Observation seen) {
        return seen.server().display() + " " + seen.build() + " " + seen.seenAt() + " " + seen.flags();
    }

    private static Invocation invocation() {
        return new Invocation(
                InputStream.nullInputStream(),
                new ByteArrayOutputStream(),
                new PrintWriter(new StringWriter()),
                Map.of(),
                false,
                Clock.fixed(Instant.parse("2026-11-24T12:00:00.123456789Z"), ZoneOffset.UTC));
    }
}
