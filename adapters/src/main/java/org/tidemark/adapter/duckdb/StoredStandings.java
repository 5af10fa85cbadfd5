// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.duckdb;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tidemark.advisory.Campaign;
import org.tidemark.run.ServerId;
import org.tidemark.run.ServerStanding;
import org.tidemark.track.Letter;
import org.tidemark.track.Presence;
import org.tidemark.track.Standing;
import org.tidemark.track.State;

/// What each server is to each campaign now: a fold over its transitions.
final class StoredStandings {
    private final Database database;
    private final List<Campaign> campaigns;
    private final Map<Long, String> letters = new HashMap<>();

    /// @param campaigns in the order of the letters
    StoredStandings(Database database, List<Campaign> campaigns) {
        this.database = database;
        this.campaigns = campaigns;
    }

    void each(Consumer<ServerStanding> to) {
        database.each("select id, states from condition", row -> letters.put(row.getLong(1), row.getString(2)));
        var fold = new Fold(to);
        database.each(
                "select server, day, after, presence from transitions order by server, day",
                row -> fold.step(
                        row.getLong(1),
                        row.getObject(2, LocalDate.class),
                        letters.getOrDefault(row.getLong(3), ""),
                        row.getInt(4)));
        fold.end();
    }

    /// One server after the other.
    private final class Fold {
        private final Consumer<ServerStanding> to;
        private boolean begun;
        private long server;
        private LocalDate day = LocalDate.EPOCH;
        private String states = "";
        private int presence;
        private final Map<String, LocalDate> first = new HashMap<>();
        private final Map<String, LocalDate> since = new HashMap<>();

        Fold(Consumer<ServerStanding> to) {
            this.to = to;
        }

        void step(long next, LocalDate on, String after, int seen) {
            if (!begun || next != server) {
                end();
                begun = true;
                server = next;
            }
            day = on;
            states = after;
            presence = seen;
            for (int i = 0; i < Math.min(campaigns.size(), after.length()); i++) {
                letter(campaigns.get(i).name(), after.charAt(i), on);
            }
        }

        /// Undecided for a while does not end the time in which it is vulnerable: it was not proven otherwise.
        private void letter(String campaign, char letter, LocalDate on) {
            if (letter == Letter.VULNERABLE) {
                first.putIfAbsent(campaign, on);
                since.putIfAbsent(campaign, on);
            } else if (letter != Letter.UNKNOWN) {
                since.remove(campaign);
            }
        }

        void end() {
            if (!begun) {
                return;
            }
            var now = new HashMap<String, State>();
            for (int i = 0; i < Math.min(campaigns.size(), states.length()); i++) {
                if (states.charAt(i) != Letter.OUTSIDE) {
                    now.put(
                            campaigns.get(i).name(),
                            Standing.of(states.charAt(i), presence).state());
                }
            }
            to.accept(
                    new ServerStanding(new ServerId(server).toString(), day, Presence.of(presence), now, first, since));
            first.clear();
            since.clear();
            begun = false;
        }
    }
}
