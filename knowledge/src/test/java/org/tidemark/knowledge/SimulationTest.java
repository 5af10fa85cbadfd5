// SPDX-License-Identifier: Apache-2.0
package org.tidemark.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.advisory.Build;
import org.tidemark.simulate.Identity;
import org.tidemark.simulate.Plan;
import org.tidemark.simulate.Scenario;
import org.tidemark.simulate.Seen;
import org.tidemark.simulate.Simulation;
import org.tidemark.simulate.State;

/// The population of March 2021: near the published counts, and with everything that makes tracking hard.
class SimulationTest {
    private static final Scenario SCENARIO = March2021.READ.scenario();
    private static final double GRAB_SHARE = 0.1;

    /// A server's day.
    private record Day(State state, String build, String address) {}

    /// All days of a population, and everything that was seen of it.
    private static final class Watched {
        final List<List<Day>> days = new ArrayList<>();
        final List<List<Seen>> feeds = new ArrayList<>();
        final List<List<Seen>> grabs = new ArrayList<>();
        final Simulation simulation;

        Watched(int servers, int scans, long seed) {
            simulation = Simulation.begin(SCENARIO, new Plan(servers, scans, seed, 0, GRAB_SHARE));
            for (int scan = 0; scan < scans; scan++) {
                if (scan > 0) {
                    simulation.nextDay();
                }
                days.add(today(simulation));
                feeds.add(new ArrayList<>());
                grabs.add(new ArrayList<>());
                simulation.feed(feeds.getLast()::add);
                simulation.grab(grabs.getLast()::add);
            }
        }

        /// The rows of a server from one scan to the next.
        int changes(java.util.function.BiPredicate<Day, Day> change) {
            int count = 0;
            for (int day = 1; day < days.size(); day++) {
                for (int server = 0; server < days.get(day - 1).size(); server++) {
                    if (change.test(days.get(day - 1).get(server), days.get(day).get(server))) {
                        count++;
                    }
                }
            }
            return count;
        }

        List<Seen> sightings() {
            var all = new ArrayList<Seen>();
            feeds.forEach(all::addAll);
            grabs.forEach(all::addAll);
            return all;
        }

        List<Identity> identities() {
            return IntStream.range(0, simulation.count())
                    .mapToObj(simulation::identity)
                    .toList();
        }
    }

    private static List<Day> today(Simulation simulation) {
        return IntStream.range(0, simulation.count())
                .mapToObj(server ->
                        new Day(simulation.state(server), simulation.build(server), simulation.address(server)))
                .toList();
    }

    private static long vulnerable(List<Day> day) {
        return day.stream().filter(server -> server.state() == State.VULNERABLE).count();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20_210_302, -5})
    void of_20000_servers_as_many_are_vulnerable_as_was_published(long seed) {
        int servers = 20_000;
        var simulation = Simulation.begin(SCENARIO, new Plan(servers, 22, seed, 0, GRAB_SHARE));
        var published = Map.of(
                LocalDate.of(2021, 3, 1), 400_000,
                LocalDate.of(2021, 3, 9), 102_000,
                LocalDate.of(2021, 3, 11), 82_000,
                LocalDate.of(2021, 3, 22), 29_000);
        int compared = 0;
        for (int day = 0; day < 22; day++) {
            if (published.containsKey(simulation.date())) {
                double expected = (double) published.get(simulation.date()) * servers / 400_000;
                assertThat((double) vulnerable(today(simulation)))
                        .as(simulation.date().toString())
                        .isCloseTo(expected, withinPercentage(5));
                compared++;
            }
            simulation.nextDay();
        }
        assertThat(compared).isEqualTo(published.size());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_least_that_is_promised_holds_for_2000_servers_and_six_scans(long seed) {
        var watched = new Watched(2000, 6, seed);
        var sightings = watched.sightings();
        int servers = watched.simulation.count();

        assertThat(sightings.stream().filter(seen -> seen.parts() == 3).count()).isGreaterThan(sightings.size() / 4);
        assertThat(movers(watched)).isGreaterThan(servers * 6L / 100);
        assertThat(watched.identities().stream()
                        .filter(server -> server.farm() != Identity.ALONE)
                        .count())
                .isGreaterThan(servers / 40);
        assertThat(sightings.stream().filter(seen -> isMisread(watched, seen)).count())
                .isPositive();
        assertThat(missed(watched)).isBetween(0.01, 0.03);
    }

    private static long movers(Watched watched) {
        return IntStream.range(0, watched.simulation.count())
                .filter(server -> watched.days.stream()
                                .filter(day -> server < day.size())
                                .map(day -> day.get(server).address())
                                .distinct()
                                .count()
                        > 1)
                .count();
    }

    private static boolean isMisread(Watched watched, Seen seen) {
        return seen.damaged()
                || watched.days.stream()
                        .filter(day -> seen.server() < day.size())
                        .noneMatch(day -> day.get(seen.server()).build().equals(seen.build()));
    }

    /// The share of servers on the net that no sensor saw.
    private static double missed(Watched watched) {
        long here = 0;
        long unseen = 0;
        for (int day = 0; day < watched.days.size(); day++) {
            var seen = new HashSet<Integer>();
            watched.feeds.get(day).forEach(one -> seen.add(one.server()));
            watched.grabs.get(day).forEach(one -> seen.add(one.server()));
            for (int server = 0; server < watched.days.get(day).size(); server++) {
                if (watched.days.get(day).get(server).state() != State.GONE) {
                    here++;
                    unseen += seen.contains(server) ? 0 : 1;
                }
            }
        }
        return (double) unseen / here;
    }

    @Test
    void what_is_seen_is_true_but_for_one_in_a_thousand() {
        var watched = new Watched(10_000, 5, 11);
        int wrong = 0;
        int all = 0;
        for (int day = 0; day < 5; day++) {
            for (var rows : List.of(watched.feeds.get(day), watched.grabs.get(day))) {
                for (var seen : rows) {
                    var truth = watched.days.get(day).get(seen.server());
                    assertThat(truth.state()).isNotEqualTo(State.GONE);
                    assertThat(seen.ip()).isEqualTo(truth.address());
                    wrong += seen.damaged() || !seen.build().equals(truth.build()) ? 1 : 0;
                    all++;
                }
            }
        }
        assertThat((double) wrong / all).isBetween(0.0005, 0.0015);
    }

    @Test
    void tags_never_lie_and_a_mitigation_is_seen_on_its_first_day() {
        var watched = new Watched(5000, 20, 4);
        long mitigated = 0;
        for (int day = 0; day < 20; day++) {
            var truth = watched.days.get(day);
            var tagged = new HashMap<Integer, Seen.Tagged>();
            for (var seen : watched.feeds.get(day)) {
                tagged.put(seen.server(), seen.tagged());
                var state = truth.get(seen.server()).state();
                assertThat(seen.tagged() == Seen.Tagged.MITIGATED).isEqualTo(state == State.MITIGATED);
                assertThat(seen.tagged() != Seen.Tagged.FLAW || state == State.VULNERABLE)
                        .isTrue();
            }
            assertThat(watched.grabs.get(day)).allMatch(seen -> seen.tagged() == Seen.Tagged.NOTHING);
            for (int server = 0; day > 0 && server < watched.days.get(day - 1).size(); server++) {
                if (truth.get(server).state() == State.MITIGATED
                        && watched.days.get(day - 1).get(server).state() == State.VULNERABLE) {
                    mitigated++;
                    assertThat(tagged).containsEntry(server, Seen.Tagged.MITIGATED);
                }
            }
        }
        assertThat(mitigated).isGreaterThan(50);
    }

    @Test
    void servers_fall_back_and_come_back() {
        var watched = new Watched(20_000, 30, 9);

        assertThat(watched.changes((before, after) -> before.state() == State.PATCHED
                        && after.state() == State.VULNERABLE
                        && !before.build().equals(after.build())))
                .as("reinstalled")
                .isPositive();
        assertThat(watched.changes((before, after) -> before.state() == State.MITIGATED
                        && after.state() == State.VULNERABLE
                        && !before.build().equals(after.build())))
                .as("mitigation wiped by an upgrade")
                .isPositive();
        assertThat(watched.changes(
                        (before, after) -> before.state() == State.MITIGATED && after.state() == State.PATCHED))
                .as("patched after a mitigation")
                .isPositive();
        assertThat(watched.changes((before, after) -> before.state() == State.GONE && after.state() != State.GONE))
                .as("back after an absence")
                .isPositive();
        assertThat(watched.days.getLast().size()).as("new servers").isGreaterThan(20_100);
        assertThat(watched.days.getLast().stream()
                        .filter(server -> server.state() == State.GONE)
                        .count())
                .isGreaterThan(watched.days.get(5).stream()
                        .filter(server -> server.state() == State.GONE)
                        .count());
    }

    @Test
    void only_a_reinstalled_server_goes_back_to_an_older_build() {
        var watched = new Watched(20_000, 30, 15);

        assertThat(watched.changes((before, after) -> Build.parse(after.build())
                                        .orElseThrow()
                                        .compareTo(Build.parse(before.build()).orElseThrow())
                                < 0
                        && before.state() != State.PATCHED))
                .as("older, and was not patched: no reinstall")
                .isZero();
    }

    @Test
    void an_address_goes_from_one_server_to_another_and_never_belongs_to_two() {
        var watched = new Watched(20_000, 30, 9);
        var owners = new HashMap<String, Set<Integer>>();
        for (var day : watched.days) {
            var here = new HashSet<String>();
            for (int server = 0; server < day.size(); server++) {
                if (day.get(server).state() != State.GONE) {
                    assertThat(here.add(day.get(server).address())).isTrue();
                    owners.computeIfAbsent(day.get(server).address(), _ -> new HashSet<>())
                            .add(server);
                }
            }
        }
        assertThat(owners.values().stream()
                        .filter(servers -> servers.size() > 1)
                        .count())
                .isGreaterThan(100);
    }

    @Test
    void farms_and_hosters_share_certificates_and_organisations_share_names() {
        var watched = new Watched(20_000, 1, 2);
        var members = new HashMap<Integer, List<Seen>>();
        var hosts = new HashMap<Long, Set<String>>();
        var names = new HashMap<String, Set<String>>();
        var all = new ArrayList<>(watched.feeds.getFirst());
        all.addAll(watched.grabs.getFirst());
        for (var seen : all) {
            int farm = watched.simulation.identity(seen.server()).farm();
            if (farm != Identity.ALONE) {
                members.computeIfAbsent(farm, _ -> new ArrayList<>()).add(seen);
            }
            hosts.computeIfAbsent(seen.certificate(), _ -> new HashSet<>()).add(String.valueOf(seen.host()));
            names.computeIfAbsent(String.valueOf(seen.name()), _ -> new HashSet<>())
                    .add(String.valueOf(seen.host()));
        }
        for (var farm : members.values()) {
            assertThat(farm)
                    .extracting(Seen::host)
                    .doesNotContainNull()
                    .containsOnly(farm.getFirst().host());
            assertThat(farm)
                    .extracting(Seen::certificate)
                    .containsOnly(farm.getFirst().certificate());
            assertThat(farm.stream().map(Seen::server).distinct().count())
                    .isEqualTo(farm.stream().map(Seen::name).distinct().count());
        }
        assertThat(hosts.values().stream().filter(sharing -> sharing.size() > 9).count())
                .isPositive();
        assertThat(names.getOrDefault("EX01", Set.of())).hasSizeGreaterThan(100);
    }

    @Test
    void products_are_split_as_was_published() {
        var products = new HashMap<String, Integer>();
        new Watched(20_000, 1, 6).identities().forEach(server -> products.merge(server.product(), 1, Integer::sum));

        double all = 20_000 * 0.998;
        assertThat(products.get("2010") / all).isBetween(0.33, 0.36);
        assertThat(products.get("2013") / all).isBetween(0.235, 0.265);
        assertThat(products.get("2016") / all).isBetween(0.325, 0.355);
        assertThat(products.get("2019") / all).isBetween(0.05, 0.07);
    }

    @Test
    void the_same_seed_gives_the_same_life_and_another_seed_another() {
        var one = new Watched(500, 10, 77);
        var same = new Watched(500, 10, 77);
        var other = new Watched(500, 10, 78);

        assertThat(same.days).isEqualTo(one.days);
        assertThat(same.sightings()).isEqualTo(one.sightings());
        assertThat(other.days).isNotEqualTo(one.days);
    }

    @Test
    void a_simulation_may_begin_to_be_watched_later() {
        var late = Simulation.begin(SCENARIO, new Plan(20_000, 2, 1, 8, GRAB_SHARE));

        assertThat(late.date()).isEqualTo("2021-03-09");
        assertThat((double) vulnerable(today(late))).isCloseTo(5100, withinPercentage(5));
    }
}
