// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.run.Store;
import org.tidemark.track.Break;
import org.tidemark.track.Point;
import org.tidemark.track.TrendQuestion.Dimension;

/// What a population does over time, from scans to points.
class TrackingTest {
    private static final String A_OLD = "192.0.2.1 a.example A c1 9.1.100.1";
    private static final String A_NEW = "192.0.2.1 a.example A c1 9.1.100.4";
    private static final String A_SET = "192.0.2.1 a.example A c1 9.1.100";
    private static final String A_NEXT = "192.0.2.1 a.example A c1 9.1.200.1";
    private static final String B_OLD = "192.0.2.2 b.example B c2 9.1.100.1";
    private static final String B_NEW = "192.0.2.2 b.example B c2 9.1.100.4";

    @TempDir
    private Path temp;

    private Followed followed;

    @BeforeEach
    void open() {
        followed = new Followed(temp.resolve("data"));
    }

    @AfterEach
    void close() {
        followed.close();
    }

    @Test
    void what_was_vulnerable_and_is_patched_moves_from_one_stock_to_the_other() {
        followed.scan("02-11", A_OLD + ";" + B_OLD).scan("02-12", A_NEW + ";" + B_OLD);

        assertThat(followed.open()).containsExactly("02-11 V2 P0 M0 U0 G0, 2 new", "02-12 V1 P1 M0 U0 G0, 1 patched");
    }

    @Test
    void a_look_that_cannot_tell_undoes_a_proof_of_weakness_and_not_a_proof_of_strength() {
        followed.scan("03-01", A_OLD + ";" + B_NEW)
                .scan("03-02", A_SET + ";192.0.2.2 b.example B c2 9.1.100")
                .scan("03-03", A_OLD + ";192.0.2.2 b.example B c2 -");

        assertThat(followed.open())
                .containsExactly(
                        "03-01 V1 P1 M0 U0 G0, 1 new",
                        "03-02 V0 P1 M0 U1 G0, 1 to unknown",
                        "03-03 V1 P1 M0 U0 G0, 1 from unknown");
    }

    @Test
    void a_release_that_was_not_out_on_the_day_is_not_installed() {
        followed.scan("02-10", A_SET).scan("02-11", A_SET);

        assertThat(followed.open())
                .containsExactly("02-10 V1 P0 M0 U0 G0, 1 new", "02-11 V0 P0 M0 U1 G0, 1 to unknown");
    }

    @Test
    void a_patched_server_that_shows_an_old_build_has_regressed() {
        followed.scan("03-01", A_NEW).scan("03-02", A_OLD);

        assertThat(followed.open()).last().isEqualTo("03-02 V1 P0 M0 U0 G0, 1 regressed");
    }

    @Test
    void gone_is_who_two_covering_scans_in_a_row_missed_and_never_patched() {
        followed.scan("03-01", A_OLD + ";" + B_OLD)
                .scan("03-02", A_OLD)
                .scan("03-03", A_OLD)
                .scan("03-04", A_OLD + ";" + B_OLD);

        assertThat(followed.open())
                .containsExactly(
                        "03-01 V2 P0 M0 U0 G0, 2 new",
                        "03-02 V2 P0 M0 U0 G0",
                        "03-03 V1 P0 M0 U0 G1, 1 gone",
                        "03-04 V2 P0 M0 U0 G0, 1 reappeared");
    }

    @Test
    void one_missed_scan_between_two_sightings_is_nothing() {
        followed.scan("03-01", A_OLD + ";" + B_OLD)
                .scan("03-02", A_OLD)
                .scan("03-03", A_OLD + ";" + B_OLD)
                .scan("03-04", A_OLD)
                .scan("03-05", A_OLD + ";" + B_OLD);

        assertThat(followed.open()).last().isEqualTo("03-05 V2 P0 M0 U0 G0");
    }

    @Test
    void nobody_is_gone_by_scans_that_declare_nothing() {
        followed.undeclared("03-01", A_OLD + ";" + B_OLD)
                .undeclared("03-02", A_OLD)
                .undeclared("03-03", A_OLD);

        assertThat(followed.open()).last().isEqualTo("03-03 V2 P0 M0 U0 G0, 1 not covered");
        assertThat(followed.trend().undeclared()).isEqualTo(3);
    }

    @Test
    void nobody_is_gone_by_a_sensor_that_never_saw_it() {
        followed.scan("03-01", A_OLD + ";" + B_OLD)
                .scan("other", "03-02", A_OLD)
                .scan("other", "03-03", A_OLD)
                .scan("other", "03-04", A_OLD);

        assertThat(followed.open()).last().isEqualTo("03-04 V2 P0 M0 U0 G0, 1 not covered");
    }

    @Test
    void nobody_is_gone_outside_the_ports_and_ranges_that_were_asked() {
        followed.scan("03-01", A_OLD + ";" + B_OLD + ";198.51.100.1 c.example C c3 9.1.100.1");
        for (var day : List.of("03-02", "03-03")) {
            followed.put(Followed.declared("main", day, List.of(443), List.of("192.0.2.0/24"), true), day, A_OLD);
        }
        assertThat(followed.open()).last().isEqualTo("03-03 V2 P0 M0 U0 G1, 1 not covered, 1 gone");

        for (var day : List.of("03-04", "03-05")) {
            followed.put(Followed.declared("main", day, List.of(8443), List.of(), true), day, "");
        }
        assertThat(followed.open()).last().isEqualTo("03-05 V2 P0 M0 U0 G1, 2 not covered");
    }

    @Test
    void a_scan_that_is_not_complete_makes_nobody_gone() {
        followed.scan("03-01", A_OLD + ";" + B_OLD);
        for (var day : List.of("03-02", "03-03")) {
            followed.put(Followed.declared("main", day, List.of(), List.of(), false), day, A_OLD);
        }
        assertThat(followed.open()).last().isEqualTo("03-03 V2 P0 M0 U0 G0, 1 not covered");
    }

    @Test
    void an_address_that_shows_another_server_makes_nobody_patched() {
        followed.scan("03-01", A_OLD)
                .scan("03-02", "192.0.2.1 z.example Z c9 9.1.100.4")
                .scan("03-03", "192.0.2.1 z.example Z c9 9.1.100.4");

        assertThat(followed.open())
                .containsExactly("03-01 V1 P0 M0 U0 G0, 1 new", "03-02 V1 P1 M0 U0 G0", "03-03 V0 P1 M0 U0 G1, 1 gone");
    }

    @Test
    void a_server_that_changes_its_address_stays_one() {
        followed.scan("03-01", A_OLD).scan("03-02", "192.0.2.77 a.example A c1 9.1.100.4");

        assertThat(followed.open()).last().isEqualTo("03-02 V0 P1 M0 U0 G0, 1 patched");
        assertThat(followed.ids()).hasSize(1);
    }

    @Test
    void what_is_hindered_is_mitigated_until_an_upgrade_or_a_sensor_says_otherwise() {
        followed.scan("03-01", A_OLD + ";" + B_OLD)
                .scan("03-02", A_OLD + " +CVE-2020-1001;" + B_OLD + " +CVE-2020-1001")
                .scan("03-03", A_OLD + ";" + B_OLD + " -CVE-2020-1001")
                .scan("03-20", "192.0.2.1 a.example A c1 9.1.200;" + B_OLD);

        assertThat(followed.open())
                .containsExactly(
                        "03-01 V2 P0 M0 U0 G0, 2 new",
                        "03-02 V0 P0 M2 U0 G0, 2 mitigated",
                        "03-03 V1 P0 M1 U0 G0, 1 regressed",
                        "03-20 V1 P1 M0 U0 G0");
    }

    @Test
    void a_flaw_that_is_no_way_in_hinders_nothing() {
        followed.scan("03-01", A_OLD).scan("03-02", A_OLD + " +CVE-2020-1002");

        assertThat(followed.open()).last().isEqualTo("03-02 V1 P0 M0 U0 G0");
    }

    @Test
    void a_server_that_turns_out_to_lie_outside_was_never_there() {
        followed.scan("03-01", A_OLD + ";" + B_OLD).scan("03-02", "192.0.2.1 a.example A c1 - !cloud;" + B_OLD);

        assertThat(followed.open()).containsExactly("03-01 V1 P0 M0 U0 G0, 1 new", "03-02 V1 P0 M0 U0 G0");
    }

    @Test
    void two_sensors_that_disagree_on_one_day_decide_nothing() {
        followed.scan("03-01", A_OLD).scan("other", "03-01", A_NEW);

        assertThat(followed.open()).containsExactly("03-01 V0 P0 M0 U1 G0");
    }

    @Test
    void a_file_that_comes_late_is_counted_on_its_day() {
        followed.scan("03-01", A_OLD).scan("03-05", A_NEXT).track();
        followed.scan("03-03", A_NEW);

        assertThat(followed.open())
                .containsExactly(
                        "03-01 V1 P0 M0 U0 G0, 1 new", "03-03 V0 P1 M0 U0 G0, 1 patched", "03-05 V0 P1 M0 U0 G0");
    }

    @Test
    void a_clock_that_runs_ahead_does_not_make_a_day_of_the_future() {
        followed.put(org.tidemark.run.ScanDeclaration.NOTHING, Instant.parse("2031-01-01T00:00:00Z"), A_OLD, "ahead");

        assertThat(followed.open()).containsExactly("06-01 V1 P0 M0 U0 G0, 1 new");
    }

    @Test
    void a_scan_that_says_when_it_ran_counts_on_that_day_whatever_its_rows_say() {
        followed.put(
                Followed.declared("main", "03-01", List.of(), List.of(), true),
                Instant.parse("2020-02-27T23:00:00Z"),
                A_OLD,
                "clock off");

        assertThat(followed.open()).containsExactly("03-01 V1 P0 M0 U0 G0, 1 new");
    }

    /// Any order of the files, and any cut between two runs, gives the same population.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void the_order_in_which_files_come_in_does_not_matter(long seed) {
        var random = new Random(seed);
        var scans = new ArrayList<String[]>();
        for (int day = 1; day <= 6; day++) {
            for (var sensor : List.of("main", "other")) {
                scans.add(new String[] {sensor, "03-0" + day, invented(random, day)});
            }
        }
        scans.forEach(scan -> followed.scan(scan[0], scan[1], scan[2]));
        var expected = everything(followed);

        Collections.shuffle(scans, random);
        try (var other = new Followed(temp.resolve("shuffled"))) {
            for (var scan : scans) {
                other.scan(scan[0], scan[1], scan[2]);
                if (random.nextInt(3) == 0) {
                    other.track();
                }
            }
            assertThat(everything(other)).isEqualTo(expected);
        }
    }

    private static String invented(Random random, int day) {
        var rows = new StringBuilder();
        for (int server = 1; server <= 12; server++) {
            if (random.nextInt(5) == 0) {
                continue;
            }
            int address = random.nextInt(8) == 0 ? 100 + server : server;
            var host = server % 4 == 0 ? "-" : "h" + server / 2 + ".example";
            var name = server % 5 == 0 ? "-" : server % 3 == 0 ? "EX01" : "N" + server;
            var certificate = server % 2 == 0 ? "w" : "-";
            var build = List.of("9.1.100.1", "9.1.100", "9.1.100.4", "9.1.200.1", "-")
                    .get(random.nextInt(5));
            rows.append("192.0.2." + address + " " + host + " " + name + " " + certificate + " " + build + ";");
        }
        return rows + "203.0.113." + day + " - - - 9.1.100.1";
    }

    private static List<String> everything(Followed followed) {
        var lines = new ArrayList<>(followed.open());
        lines.addAll(Followed.lines(followed.trend(), Point.Series.COHORT));
        var ids = new ArrayList<>(followed.ids());
        Collections.sort(ids);
        lines.addAll(ids);
        for (var id : ids) {
            followed.store().history(id).orElseThrow().changes().forEach(change -> lines.add(change.toString()));
        }
        return lines;
    }

    @Test
    void work_that_was_broken_off_goes_on_where_it_was() {
        followed.scan("03-01", A_OLD + ";" + B_OLD).scan("03-02", A_NEW).scan("03-03", A_NEW + ";" + B_NEW);
        Store.Watch breaksOff = (_, done, _) -> {
            if (done == 2) {
                throw new IllegalStateException("broken off");
            }
        };
        assertThatThrownBy(() -> followed.store().track(Followed.NOW, breaksOff))
                .hasMessage("broken off");
        assertThat(followed.store().isTracked()).isFalse();

        var days = new ArrayList<LocalDate>();
        followed.store().track(Followed.NOW, (day, _, _) -> days.add(day));

        assertThat(days).containsExactly(LocalDate.of(2020, 3, 3));
        assertThat(followed.open()).last().isEqualTo("03-03 V0 P2 M0 U0 G0, 1 patched");
    }

    @Test
    void other_knowledge_makes_every_day_be_judged_anew() {
        followed.scan("03-01", A_OLD).track();
        followed.close();
        followed = new Followed(DuckDbStore.open(temp.resolve("data"), Invented.knowledge()));

        assertThat(followed.store().isTracked()).isFalse();
    }

    private static String sixty(String build) {
        var rows = new StringBuilder();
        for (int i = 1; i <= 60; i++) {
            rows.append("192.0.2." + i + " h" + i + ".example N" + i + " - " + build + ";");
        }
        return rows.toString();
    }

    @Test
    void a_source_that_says_all_were_patched_at_once_is_kept_apart_until_somebody_confirms_it() {
        followed.scan("03-01", sixty("9.1.100.1"))
                .scan("03-02", sixty("9.1.100.4"))
                .scan("03-03", sixty("9.1.100.4"));

        assertThat(followed.open()).last().isEqualTo("03-03 V60 P0 M0 U0 G0, 60 not covered");
        assertThat(followed.trend().breaks())
                .extracting(Break::reason)
                .first()
                .asString()
                .contains("60 of 60 servers that it saw became patched", "until somebody confirms it");

        followed.store().confirm("main", "path", LocalDate.of(2020, 3, 2), Followed.NOW);

        assertThat(followed.open())
                .containsExactly(
                        "03-01 V60 P0 M0 U0 G0, 60 new", "03-02 V0 P60 M0 U0 G0, 60 patched", "03-03 V0 P60 M0 U0 G0");
    }

    @Test
    void a_source_that_was_right_once_is_not_believed_for_ever() {
        followed.scan("03-01", sixty("9.1.100.1"))
                .scan("03-02", sixty("9.1.100.4"))
                .scan("03-03", sixty("9.1.100.1"))
                .track();

        followed.store().confirm("main", "path", LocalDate.of(2020, 3, 2), Followed.NOW);

        assertThat(followed.open())
                .containsExactly(
                        "03-01 V60 P0 M0 U0 G0, 60 new",
                        "03-02 V0 P60 M0 U0 G0, 60 patched",
                        "03-03 V0 P60 M0 U0 G0, 60 not covered");
    }

    @Test
    void ranges_that_nobody_can_read_cover_nothing() {
        followed.scan("03-01", A_OLD + ";" + B_OLD);
        for (var day : List.of("03-02", "03-03")) {
            followed.put(Followed.declared("main", day, List.of(), List.of("nonsense"), true), day, A_OLD);
        }
        assertThat(followed.open()).last().isEqualTo("03-03 V2 P0 M0 U0 G0, 1 not covered");
    }

    @Test
    void which_server_a_place_is_does_not_rest_on_knowledge() {
        followed.scan("03-01", A_OLD);
        assertThat(followed.store().isFollowed()).isFalse();
        followed.track().close();
        followed = new Followed(DuckDbStore.open(temp.resolve("data"), Invented.knowledge()));

        assertThat(followed.store().isFollowed()).isTrue();
        assertThat(followed.store().isTracked()).isFalse();
    }

    @Test
    void nobody_is_gone_by_a_scan_that_is_cut_short() {
        var half = sixty("9.1.100.1").substring(0, sixty("9.1.100.1").indexOf("192.0.2.40"));
        followed.scan("03-01", sixty("9.1.100.1")).scan("03-02", half).scan("03-03", half);

        assertThat(followed.open()).last().isEqualTo("03-03 V60 P0 M0 U0 G0, 21 not covered");
        assertThat(followed.trend().breaks().getFirst().reason()).contains("39 servers, before 60");

        followed.store().confirm("main", "path", LocalDate.of(2020, 3, 2), Followed.NOW);

        assertThat(followed.open()).last().isEqualTo("03-03 V39 P0 M0 U0 G21, 21 gone");
    }

    @Test
    void the_cohort_is_fixed_on_its_day_and_its_parts_are_the_whole() {
        followed.scan("02-10", A_OLD)
                .scan("02-11", A_OLD + ";" + B_OLD)
                .scan("02-12", A_NEW + ";" + B_OLD + ";192.0.2.3 c.example C c3 9.1.100.1")
                .scan("02-13", A_NEW + ";192.0.2.3 c.example C c3 9.1.100.4")
                .scan("02-14", A_NEW);

        var trend = followed.trend();
        assertThat(trend.cohortFrom()).isEqualTo(LocalDate.of(2020, 2, 11));
        assertThat(Followed.lines(trend, Point.Series.COHORT))
                .containsExactly(
                        "02-11 V2 P0 M0 U0 G0, 2 new",
                        "02-12 V1 P1 M0 U0 G0, 1 patched",
                        "02-13 V1 P1 M0 U0 G0",
                        "02-14 V0 P1 M0 U0 G1, 1 gone");
        assertThat(trend.spells()).extracting(Object::toString).hasSize(2);
        assertThat(trend.spells().getFirst().left()).isEqualTo(LocalDate.of(2020, 2, 11));
        assertThat(trend.spells().getFirst().right()).isEqualTo(LocalDate.of(2020, 2, 12));
        assertThat(trend.spells().getLast().gone()).isEqualTo(LocalDate.of(2020, 2, 14));
    }

    @ParameterizedTest
    @ValueSource(strings = {"COUNTRY", "BRANCH", "PRODUCT", "SUPPORT", "AS"})
    void the_groups_of_a_division_are_the_whole(String dimension) {
        followed.scan("03-01", A_OLD + ";" + B_OLD + ";198.51.100.1 c.example C c3 9.1.200.1")
                .scan("03-02", A_NEXT + ";" + B_OLD);

        var points = followed.trend(Dimension.valueOf(dimension)).points().stream()
                .filter(point -> point.series() == Point.Series.OPEN)
                .filter(point -> point.date().equals(LocalDate.of(2020, 3, 2)))
                .toList();
        var all = points.stream()
                .filter(point -> point.group().equals("all"))
                .findFirst()
                .orElseThrow();
        assertThat(points.stream()
                        .filter(point -> !point.group().equals("all"))
                        .mapToInt(point -> point.stocks().vulnerable())
                        .sum())
                .isEqualTo(all.stocks().vulnerable());
        assertThat(points.stream()
                        .filter(point -> !point.group().equals("all"))
                        .mapToInt(point -> point.stocks().servers())
                        .sum())
                .isEqualTo(all.stocks().servers());
    }

    @Test
    void servers_that_somebody_joins_are_one_and_are_two_again_when_it_is_undone() {
        followed.scan("03-01", A_OLD + ";" + B_OLD).scan("03-02", A_NEW + ";" + B_OLD);
        var ids = followed.ids();
        var before = followed.open();

        int number = followed.store().join(ids.get(1), ids.get(0), "the same machine", Followed.NOW);

        assertThat(followed.open())
                .containsExactly("03-01 V1 P0 M0 U0 G0, 1 new", "03-02 V0 P0 M0 U1 G0, 1 to unknown");
        assertThat(followed.ids()).containsExactly(ids.get(0));
        followed.store().undo(number, Followed.NOW);
        assertThat(followed.open()).isEqualTo(before);
        assertThat(followed.ids()).isEqualTo(ids);
        assertThat(followed.store().corrections()).hasSize(1);
    }

    @Test
    void places_that_somebody_splits_off_are_a_server_of_their_own_from_the_beginning() {
        followed.scan("03-01", A_OLD).scan("03-02", "192.0.2.77 a.example A c1 9.1.100.4");
        var id = followed.ids().getFirst();
        var places = followed.store().history(id).orElseThrow().places();
        assertThat(places).hasSize(2);
        assertThat(places.get(1).because()).isEqualTo("the same name and certificate");

        followed.store().split(List.of(places.get(1).id()), "another machine", Followed.NOW);

        assertThat(followed.ids()).hasSize(2);
        assertThat(followed.open()).last().isEqualTo("03-02 V1 P1 M0 U0 G0");
    }

    @Test
    void the_history_of_a_server_has_every_sighting_and_every_change() {
        followed.scan("03-01", A_OLD).scan("03-02", A_OLD).scan("03-03", A_NEW);
        var history = followed.store().history(followed.ids().getFirst()).orElseThrow();

        assertThat(history.sightings()).hasSize(3);
        assertThat(history.changes())
                .extracting(change -> change.after().states())
                .containsExactly("V", "P");
        assertThat(followed.store().history("0123456789abcdef")).isEmpty();
        for (var text : List.of("192.0.2.1", "A.Example", "a")) {
            assertThat(followed.store().find(text)).as(text).containsExactly(history.id());
        }
        assertThat(followed.store().find("192.0.2.9")).isEmpty();
    }
}
