// SPDX-License-Identifier: Apache-2.0
package org.tidemark.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.tidemark.asset.Server;
import org.tidemark.asset.TextHash;

/// Which places are one server. Days follow one another; on a new day nothing has been seen yet.
class IdentitiesTest {
    private final Map<Long, Long> keys = new HashMap<>();
    private final Map<Long, Identities.Facts> facts = new HashMap<>();

    /// A day of its own: what is known of keys and servers, as a store gives it, and the places of the day.
    private List<Long> day(Server... places) {
        var identities = new Identities();
        keys.forEach(identities::know);
        facts.forEach((server, shown) -> identities.know(
                server, new Identities.Facts(shown.name(), shown.certificate(), shown.host(), shown.address(), 0)));
        var servers = new ArrayList<Long>();
        for (var place : places) {
            servers.add(
                    identities.resolve(Clues.of(place), TextHash.of(place.toString()), TextHash.of("second " + place)));
        }
        identities.takeKeyChanges().forEach(change -> keys.put(change.key(), change.server()));
        facts.putAll(identities.takeChanged());
        return servers;
    }

    /// `address host name certificate`, each `-` where it is not known.
    private static Server place(String text) {
        var parts = Arrays.stream(text.strip().split("\\s+"))
                .map(part -> part.equals("-") ? null : part)
                .toList();
        return new Server(parts.get(0), 443, parts.get(1), parts.get(2), parts.get(3));
    }

    private static Server[] places(String text) {
        return Arrays.stream(text.split(";")).map(IdentitiesTest::place).toArray(Server[]::new);
    }

    /// Each row: the places of one day, those of the next, and for each of these which of the first it is;
    /// `new` where
    /// it is none of them.
    @ParameterizedTest
    @CsvFileSource(resources = "/track/identities.csv", numLinesToSkip = 1)
    void a_place_is_the_server_that_its_strongest_key_leads_to(String first, String second, String is, String why) {
        var before = day(places(first));
        var after = day(places(second));

        var found = after.stream()
                .map(server -> before.contains(server) ? String.valueOf(before.indexOf(server) + 1) : "new")
                .toList();
        assertThat(String.join(" ", found)).as(why).isEqualTo(is);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/track/apart.csv", numLinesToSkip = 1)
    void servers_of_one_day_are_told_apart(String places, int servers, String why) {
        assertThat(day(places(places)).stream().distinct()).as(why).hasSize(servers);
    }

    @Test
    void an_address_without_anything_else_is_the_same_server_day_after_day() {
        var first = day(place("192.0.2.1 - - -"));
        assertThat(day(place("192.0.2.1 - - -"))).isEqualTo(first);
        assertThat(day(place("192.0.2.2 - - -"))).isNotEqualTo(first);
    }

    @Test
    void an_address_that_another_server_had_for_a_day_goes_back_to_the_first() {
        var first = day(place("192.0.2.1 a.example A -"));
        var second = day(place("192.0.2.1 b.example B -"));
        var third = day(place("192.0.2.1 a.example A -"));

        assertThat(second).isNotEqualTo(first);
        assertThat(third).isEqualTo(first);
    }

    @Test
    void a_place_that_was_settled_by_hand_leads_to_that_server() {
        var identities = new Identities();
        identities.settle(Clues.of(place("192.0.2.1 a.example A c1")), 42);

        assertThat(identities.resolve(Clues.of(place("192.0.2.9 a.example A c1")), 7, 8))
                .isEqualTo(42);
    }

    @Test
    void a_name_alone_is_the_one_server_that_has_it() {
        day(place("192.0.2.1 a.example EX01 -"));
        var alone = new Server(null, null, null, "ex01", null);
        var one = day(alone);
        assertThat(facts).containsKey(one.getFirst());
        assertThat(day(place("192.0.2.1 a.example EX01 -"))).isEqualTo(one);

        day(place("192.0.2.2 b.example EX01 -"));
        assertThat(day(alone)).isNotEqualTo(one);
    }
}
