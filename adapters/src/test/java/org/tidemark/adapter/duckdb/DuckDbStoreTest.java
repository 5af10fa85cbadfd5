// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.adapter.duckdb.Invented.NOW;
import static org.tidemark.adapter.duckdb.Invented.all;
import static org.tidemark.adapter.duckdb.Invented.content;
import static org.tidemark.adapter.duckdb.Invented.foreign;
import static org.tidemark.adapter.duckdb.Invented.knowledge;
import static org.tidemark.adapter.duckdb.Invented.ofEveryKind;
import static org.tidemark.adapter.duckdb.Invented.put;
import static org.tidemark.adapter.duckdb.Invented.seen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.advisory.Build;
import org.tidemark.advisory.Release;
import org.tidemark.advisory.Subject;
import org.tidemark.asset.Server;
import org.tidemark.exposure.Observation;
import org.tidemark.exposure.Sighting;
import org.tidemark.fault.Problem;
import org.tidemark.run.Imported;
import org.tidemark.run.ScanDeclaration;
import org.tidemark.run.Store;
import org.tidemark.run.StoredHunt;
import org.tidemark.run.StoredServer;

class DuckDbStoreTest {
    @TempDir
    private Path temp;

    private Path folder() {
        return temp.resolve("data");
    }

    private DuckDbStore open() {
        return DuckDbStore.open(folder(), knowledge());
    }

    private static List<StoredServer> servers(Store store) {
        var servers = new ArrayList<StoredServer>();
        store.servers(servers::add);
        return servers;
    }

    private static StoredServer only(Store store) {
        assertThat(servers(store)).hasSize(1);
        return servers(store).getFirst();
    }

    private static Instant day(String text) {
        return Instant.parse(text + "T12:00:00Z");
    }

    @Test
    void observations_of_every_kind_come_back_as_they_went_in() {
        try (var store = open()) {
            put(store, "every kind", ofEveryKind());
        }
        try (var store = open()) {
            assertThat(all(store)).containsExactlyElementsOf(ofEveryKind());
        }
    }

    @Test
    void records_of_nothing_known_are_counted_and_not_kept() {
        var unknown = Observation.ofNothingKnown(
                new Sighting(
                        Server.at("192.0.2.9", 80), null, List.of(), Map.of(), new Sighting.Source("f", 1L, "zgrab2")),
                Set.of(),
                "Nothing.",
                Map.of());
        try (var store = open()) {
            put(store, "one", List.of(unknown, seen("192.0.2.1", "9.1.100.4", NOW)));

            assertThat(all(store)).hasSize(1);
            assertThat(store.files()).singleElement().satisfies(file -> {
                assertThat(file.records()).isEqualTo(2);
                assertThat(file.observations()).isEqualTo(1);
                assertThat(file.formats()).containsExactly("zgrab2");
            });
        }
    }

    @Test
    void a_file_of_the_same_bytes_is_in_already_whatever_its_name() {
        try (var store = open()) {
            put(store, "one", ofEveryKind());
            try (var again = store.begin(ScanDeclaration.NOTHING, NOW.plusSeconds(9))) {
                ofEveryKind().forEach(again::add);
                var outcome = again.finish(
                        new Store.Content("other name", content("one", 0).sha256(), 42, 8));

                assertThat(outcome).isInstanceOf(Imported.AlreadyIn.class);
                assertThat(outcome.file().name()).isEqualTo("one");
            }
            assertThat(store.files()).hasSize(1);
            assertThat(all(store)).hasSize(ofEveryKind().size());
        }
    }

    @Test
    void an_import_that_is_not_finished_leaves_nothing() {
        try (var store = open()) {
            put(store, "before", ofEveryKind());
            try (var broken = store.begin(ScanDeclaration.NOTHING, NOW)) {
                for (int i = 0; i < 5_000; i++) {
                    broken.add(seen("198.51.100." + i, "9.1.200.1", NOW));
                }
                broken.problem(Problem.in("broken", "It breaks off.", "Take it again."));
            }
            put(store, "after", List.of(seen("192.0.2.1", "9.1.200.1", NOW)));
        }
        try (var store = open()) {
            assertThat(store.files()).extracting(file -> file.name()).containsExactly("before", "after");
            assertThat(all(store)).hasSize(ofEveryKind().size() + 1);
        }
    }

    @Test
    void problems_are_kept_up_to_a_hundred_and_counted_beyond() {
        var problem = new Problem(new Problem.Place("it's", 3L, null, 17L), "A 'cause'.", "A cure.");
        try (var store = open()) {
            try (var taken = store.begin(ScanDeclaration.NOTHING, NOW)) {
                for (int i = 0; i < 150; i++) {
                    taken.problem(problem);
                }
                taken.finish(content("bad", 1));
            }
            put(store, "good", List.of());

            var bad = store.file(content("bad", 1).sha256()).orElseThrow();
            assertThat(bad.problems()).isEqualTo(150);
            assertThat(bad.told()).hasSize(100).containsOnly(problem);
            assertThat(store.files()).extracting(file -> file.told().size()).containsExactly(100, 0);
        }
    }

    @Test
    void what_a_scan_declares_is_kept() {
        var scan = new ScanDeclaration(
                "sensor 'a'", "zgrab", List.of(443, 8443), List.of("192.0.2.0/24"), true, day("2021-03-09"), null);
        try (var store = open();
                var taken = store.begin(scan, NOW)) {
            taken.finish(content("scan", 0));
        }
        try (var database = new StoreFile(folder(), Schema.STEPS).open(Database.Access.READ)) {
            assertThat(Dump.of(
                            database, "select sensor, method, ports, ranges, complete, started_at, ended_at from scan"))
                    .containsExactly("sensor 'a'|zgrab|[443, 8443]|[192.0.2.0/24]|true|2021-03-09T12:00|null");
        }
    }

    @Test
    void the_last_look_at_a_server_counts_and_its_history_is_told() {
        try (var store = open()) {
            put(store, "march", List.of(seen("192.0.2.1", "9.1.100.1", day("2021-03-01"))));
            put(store, "april", List.of(seen("192.0.2.1", "9.1.100.9", day("2021-04-01"))));
            put(store, "february", List.of(seen("192.0.2.1", "9.1.100.4", day("2021-02-01"))));

            var server = only(store);
            assertThat(server.latest().build()).isEqualTo(Build.of(9, 1, 100, 9));
            assertThat(server.firstSeen()).isEqualTo(day("2021-02-01"));
            assertThat(server.lastSeen()).isEqualTo(day("2021-04-01"));
            assertThat(server.sightings()).isEqualTo(3);
            assertThat(server.id()).matches("[0-9a-f]{16}");
        }
    }

    @Test
    void records_of_one_look_are_joined() {
        try (var store = open()) {
            put(store, "header", List.of(seen("192.0.2.1", "9.1.100", day("2021-03-01"))));
            put(
                    store,
                    "file",
                    List.of(seen("192.0.2.1", "9.1.100.4", day("2021-03-01").minusSeconds(3600))));

            assertThat(only(store).latest().build()).isEqualTo(Build.of(9, 1, 100, 4));
        }
    }

    @Test
    void a_look_that_shows_no_build_does_not_take_away_what_an_earlier_one_showed() {
        try (var store = open()) {
            put(store, "march", List.of(seen("192.0.2.1", "9.1.100.1", day("2021-03-01"))));
            put(store, "april", List.of(seen("192.0.2.1", null, day("2021-04-01"))));

            assertThat(only(store).latest().build()).isEqualTo(Build.of(9, 1, 100, 1));
            assertThat(only(store).lastSeen()).isEqualTo(day("2021-04-01"));
        }
    }

    @Test
    void an_address_that_now_shows_something_else_is_no_server_of_the_product_any_more() {
        try (var store = open()) {
            put(store, "march", List.of(seen("192.0.2.1", "9.1.100.1", day("2021-03-01"))));
            put(store, "april", List.of(foreign("192.0.2.1", day("2021-04-01"))));

            assertThat(only(store).latest().family()).isNull();
            assertThat(only(store).latest().excluded()).isTrue();
        }
    }

    @Test
    void a_record_without_a_time_counts_as_seen_when_its_scan_ended_else_when_it_came_in() {
        var scan = new ScanDeclaration(null, null, List.of(), List.of(), null, null, day("2021-03-09"));
        try (var store = open()) {
            try (var taken = store.begin(scan, NOW)) {
                taken.add(seen("192.0.2.1", "9.1.100.9", null));
                taken.finish(content("declared", 1));
            }
            put(store, "not declared", List.of(seen("192.0.2.2", "9.1.100.9", null)));

            assertThat(servers(store)).extracting(StoredServer::lastSeen).containsExactly(day("2021-03-09"), NOW);
        }
    }

    @Test
    void servers_come_in_the_order_in_which_they_were_first_seen() {
        try (var store = open()) {
            put(store, "one", List.of(seen("192.0.2.9", "9.1.100.9", NOW), seen("192.0.2.1", "9.1.100.9", NOW)));
            put(store, "two", List.of(seen("192.0.2.5", "9.1.100.9", NOW), seen("192.0.2.9", "9.1.100.9", NOW)));

            assertThat(servers(store))
                    .extracting(server -> server.latest().server().ip())
                    .containsExactly("192.0.2.9", "192.0.2.1", "192.0.2.5");
        }
    }

    @Test
    void a_pack_that_learns_of_a_release_changes_what_a_stored_build_means() throws IOException {
        try (var store = open()) {
            put(
                    store,
                    "scan",
                    List.of(
                            seen("192.0.2.1", "9.1.100", NOW),
                            seen(Server.at("192.0.2.2", 443), "9.1.100", NOW, "some-header", true)));
            assertThat(all(store)).extracting(DuckDbStoreTest::releases).containsExactly(3, 1);
        }
        try (var store = DuckDbStore.open(folder(), knowledge(packWithOneReleaseMore()))) {
            assertThat(all(store)).extracting(DuckDbStoreTest::releases).containsExactly(4, 2);
        }
    }

    private static int releases(Observation seen) {
        return seen.subject() instanceof Subject.OneOf some
                ? some.candidates().stream().map(Release::build).toList().size()
                : 0;
    }

    private Path packWithOneReleaseMore() throws IOException {
        var copy = temp.resolve("pack");
        try (var files = Files.walk(Invented.PACK)) {
            for (var file : files.toList()) {
                Files.copy(file, copy.resolve(Invented.PACK.relativize(file).toString()));
            }
        }
        Files.writeString(
                copy.resolve("releases.csv"),
                "8,B1,Apr20,SU,9.1.100.10,2020-04-14,KB814,,cumulative,LIST,\n",
                StandardOpenOption.APPEND);
        return copy;
    }

    @Test
    void what_a_hunt_said_comes_back_and_is_kept_once() {
        var hunted = Invented.hunted();
        try (var store = open()) {
            assertThat(store.hunts()).isEmpty();
            assertThat(store.keep(hunted, List.of("pack 1"), NOW)).isTrue();
            assertThat(store.keep(hunted, List.of("pack 1"), NOW.plusSeconds(60)))
                    .isFalse();
        }
        try (var store = open()) {
            assertThat(store.hunts())
                    .containsExactlyElementsOf(hunted.hunted().stream()
                            .map(one -> StoredHunt.of(NOW, one))
                            .toList());
            assertThat(store.keep(hunted, List.of("pack 2"), NOW)).isTrue();
            assertThat(store.hunts()).hasSize(4);
        }
    }
}
