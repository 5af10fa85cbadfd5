// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Verdict;
import org.tidemark.asset.Server;
import org.tidemark.hunt.Stage;
import org.tidemark.run.Compromise;
import org.tidemark.run.StoredHunt;

/// What hunts said of servers, beside what is known of their flaws.
final class HuntedRows {
    private HuntedRows() {}

    /// Whether any hunt saw that somebody came in.
    static boolean isBroken(List<StoredHunt> hunts) {
        return Compromise.highest(hunts).compareTo(Stage.EXPLOITED) >= 0;
    }

    /// The row of a server, with the highest grade, the hunts, and for each campaign both in one word.
    static Row with(Row row, List<StoredHunt> hunts) {
        if (hunts.isEmpty()) {
            return row;
        }
        var grade = Compromise.highest(hunts).name();
        var tagged = row.text("compromise");
        var higher = tagged.isEmpty() || Stage.valueOf(tagged).compareTo(Stage.valueOf(grade)) < 0 ? grade : tagged;
        return row.put("compromise", higher).put("states", states(row, hunts)).put("hunts", rows(hunts));
    }

    /// The row of a server that nothing else is known of.
    static Row alone(String name, List<StoredHunt> hunts) {
        var times = hunts.stream().map(StoredHunt::at).sorted().toList();
        var row = Row.of("server")
                .put("id", null)
                .put("firstSeen", times.getFirst())
                .put("lastSeen", times.getLast())
                .put("sightings", 0)
                .put("server", ServerRows.server(Server.UNKNOWN.withName(name)))
                .put("seenAt", times.getLast())
                .put("family", null)
                .put("build", null)
                .put("campaigns", Map.of())
                .put("compromise", null);
        return with(row, hunts);
    }

    /// For each campaign what its flaws and its hunts say together. An update does not remove an intruder.
    private static Map<String, String> states(Row row, List<StoredHunt> hunts) {
        var states = new LinkedHashMap<String, String>();
        if (row.get("campaigns") instanceof Map<?, ?> campaigns) {
            campaigns.forEach((name, kind) ->
                    states.put(String.valueOf(name), state(Verdict.Kind.valueOf(String.valueOf(kind)))));
        }
        for (var hunt : hunts) {
            var campaign = hunt.campaign();
            if (campaign != null && hunt.verdict().compareTo(Stage.EXPLOITED) >= 0) {
                var before = states.get(campaign);
                states.put(campaign, before == null ? "compromised" : before + "-but-compromised");
            }
        }
        return states;
    }

    private static String state(Verdict.Kind kind) {
        return kind.isOpen() ? "vulnerable" : kind.isSettledSafe() ? "patched" : "undecided";
    }

    private static List<Map<String, @Nullable Object>> rows(List<StoredHunt> hunts) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (var hunt : worstFirst(hunts)) {
            if (hunt.verdict() == Stage.NOT_ASSESSABLE) {
                continue;
            }
            var fields = new LinkedHashMap<String, @Nullable Object>();
            fields.put("campaign", hunt.campaign());
            fields.put("verdict", hunt.verdict().name());
            fields.put("couldBe", hunt.couldBe() == null ? null : hunt.couldBe().name());
            fields.put("reason", hunt.reason());
            fields.put("first", hunt.first());
            fields.put("last", hunt.last());
            fields.put("actors", hunt.actors());
            fields.put("huntedAt", hunt.at());
            rows.add(fields);
        }
        return rows;
    }

    private static List<StoredHunt> worstFirst(List<StoredHunt> hunts) {
        return hunts.stream()
                .sorted(Comparator.comparing(StoredHunt::verdict)
                        .reversed()
                        .thenComparing(hunt -> Objects.requireNonNullElse(hunt.campaign(), "~")))
                .toList();
    }

    /// For a table: the highest grade, of which campaigns, and when that was found out; empty where no hunt was.
    static String words(List<StoredHunt> hunts) {
        if (hunts.isEmpty()) {
            return "";
        }
        var grade = Compromise.highest(hunts);
        var of = worstFirst(hunts).stream()
                .filter(hunt -> hunt.verdict() == grade)
                .toList();
        var names = of.stream()
                .map(hunt -> Objects.requireNonNullElse(hunt.campaign(), "any intruder"))
                .toList();
        return grade.name() + ": " + String.join(", ", names) + " (hunt of "
                + HuntWords.day(of.getFirst().at()) + ")";
    }
}
