// SPDX-License-Identifier: Apache-2.0
package org.tidemark.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.asset.Server;
import org.tidemark.hunt.Stage;

class CompromiseTest {
    private static final Instant NOON = Instant.parse("2021-03-05T12:00:00Z");

    /// Names that hunts gave, servers that were seen (name/host), and which of these the first hunt is of.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EX01                              | ex01/                                    | 0
            EX01.example.org                  | ex01/                                    | 0
            EX01                              | /ex01.example.org                        | 0
            EX01.a.example                    | /ex01.a.example, /ex01.b.example         | 0
            192.0.2.7                         | /192.0.2.7                               | 0
            EX01                              | EX02/                                    | -
            EX01.a.example                    | /ex01.b.example                          | -
            EX01.a.example, EX01.b.example    | ex01/                                    | -
            EX01                              | ex01/mail.a.example, ex01/mail.b.example | -
            EX01                              | /ex01.a.example, /ex01.b.example         | -
            """)
    void a_hunt_is_of_the_one_server_that_its_name_can_mean(String hunted, String seen, String of) {
        var hunts = new ArrayList<StoredHunt>();
        for (var name : hunted.split(", ", -1)) {
            hunts.add(hunt(name, "wave", Stage.USED, NOON));
        }
        var compromise = new Compromise(hunts);
        var servers = new ArrayList<Server>();
        for (var one : seen.split(", ", -1)) {
            var names = one.split("/", -1);
            var named = names[0].isEmpty() ? Server.UNKNOWN : Server.UNKNOWN.withName(names[0]);
            servers.add(names[1].isEmpty() ? named : named.withHost(names[1]));
        }
        servers.forEach(compromise::seen);
        for (int i = 0; i < servers.size(); i++) {
            assertThat(compromise.of(servers.get(i)).isEmpty())
                    .as(servers.get(i).toString())
                    .isEqualTo(!of.equals(String.valueOf(i)));
        }
        assertThat(compromise.others().isEmpty()).isEqualTo(!of.equals("-"));
    }

    @Test
    void a_later_hunt_that_finds_nothing_takes_nothing_back() {
        var found = hunt("EX01", "wave", Stage.IMPLANTED, NOON);
        var nothing = hunt("EX01", "wave", Stage.NO_EVIDENCE, NOON.plusSeconds(86_400));
        var again = hunt("EX01", "wave", Stage.IMPLANTED, NOON.plusSeconds(172_800));
        var server = Server.UNKNOWN.withName("EX01");
        assertThat(new Compromise(List.of(found, nothing)).of(server)).containsExactly(found);
        assertThat(new Compromise(List.of(again, nothing, found)).of(server)).containsExactly(again);
    }

    @Test
    void each_campaign_keeps_its_own_grade() {
        var hunts = List.of(
                hunt("EX01", "wave", Stage.PROBED, NOON),
                hunt("EX01", null, Stage.USED, NOON),
                hunt("EX01", "other", Stage.NO_EVIDENCE, NOON));
        var joined = new Compromise(hunts).of(Server.UNKNOWN.withName("EX01"));
        assertThat(joined).containsExactlyInAnyOrderElementsOf(hunts);
        assertThat(Compromise.highest(joined)).isEqualTo(Stage.USED);
    }

    private static StoredHunt hunt(String server, @Nullable String campaign, Stage verdict, Instant at) {
        return new StoredHunt(at, server, campaign, verdict, null, "Because.", null, null, List.of());
    }
}
