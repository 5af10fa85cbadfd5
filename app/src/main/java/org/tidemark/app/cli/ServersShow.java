// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Build;
import org.tidemark.advisory.Campaign;
import org.tidemark.fault.TidemarkException;
import org.tidemark.run.Correction;
import org.tidemark.run.ServerHistory;
import org.tidemark.run.ServerHistory.Change;
import org.tidemark.track.Condition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Everything that is known of one server: where it was seen and why these places are one server, what changed, and
/// every record behind it.
@Command(
        name = "show",
        description = "Show one server: its places and why they are taken for one server, what changed and when, and"
                + " every sighting.",
        footer = {"", "Exit status: 0, 2 where no server has this id, 3 when the store is in use or damaged."})
public final class ServersShow extends PackCommand {
    private static final int MOST_SIGHTINGS = 40;

    @Mixin
    DataOptions data = new DataOptions();

    @Parameters(
            paramLabel = "SERVER",
            description = "An address, a host name or a name that one server alone has had, or the id that `tidemark"
                    + " servers --json` gives.")
    String id = "";

    private List<Campaign> campaigns = List.of();

    public ServersShow(Invocation invocation, Packs packs) {
        super(invocation, packs);
    }

    @Override
    int answer(Answer answer) {
        campaigns = answer.knowledge().judges().campaigns();
        answer.columns(
                "sighting",
                List.of(
                        "date",
                        "server.ip",
                        "server.port",
                        "server.host",
                        "server.name",
                        "build",
                        "method",
                        "source.file",
                        "source.line"));
        try (var store = FollowedStore.open(data, invocation, answer)) {
            var history = store.history(ServerNumber.meant(store, id))
                    .orElseThrow(() -> TidemarkException.user("No server in the store has the id " + Terminal.safe(id)
                            + "; `tidemark servers --json` shows them."));
            rows(answer, history);
            if (answer.forPeople()) {
                new ServerText(answer, campaigns, history).print(MOST_SIGHTINGS);
            }
            return answer.finish(Row.of("summary")
                    .put("places", history.places().size())
                    .put("changes", history.changes().size())
                    .put("sightings", history.sightings().size()));
        }
    }

    private void rows(Answer answer, ServerHistory history) {
        history.places()
                .forEach(place -> answer.row(Row.of("place")
                        .put("id", place.id())
                        .put("server", ServerRows.server(place.server()))
                        .put("since", place.since())
                        .put("because", place.because().isEmpty() ? null : place.because())));
        history.changes().forEach(change -> answer.row(transition(change, history)));
        history.sightings().forEach(seen -> {
            var row = Row.of("sighting").put("date", seen.day());
            ServerRows.observation(seen.observation()).fields().forEach(row::put);
            answer.row(row);
        });
        history.corrections().forEach(each -> answer.row(correction(each)));
    }

    private Row transition(Change change, ServerHistory history) {
        var states = new ArrayList<Object>();
        for (int i = 0; i < campaigns.size(); i++) {
            var before = StateWords.of(change.before(), i, change.presenceBefore());
            var after = StateWords.of(change.after(), i, change.presence());
            if (!after.equals(before)) {
                var state = new java.util.LinkedHashMap<String, @Nullable Object>();
                state.put("campaign", campaigns.get(i).name());
                state.put("before", before);
                state.put("after", after);
                states.add(state);
            }
        }
        return Row.of("transition")
                .put("date", change.day())
                .put(
                        "presence",
                        change.presence().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("branch", change.after().branch())
                .put("builds", builds(change.after()))
                .put(
                        "mitigated",
                        change.after().known().mitigated().stream().sorted().toList())
                .put("states", states)
                .put("evidence", evidence(change, history));
    }

    /// The records of that day; none where the server was missed.
    private static List<Map<String, @Nullable Object>> evidence(Change change, ServerHistory history) {
        return history.sightings().stream()
                .filter(seen -> seen.day().equals(change.day()))
                .map(seen -> ServerRows.source(seen.observation().source()))
                .toList();
    }

    static List<String> builds(Condition condition) {
        return condition.known().builds().stream().map(Build::toString).toList();
    }

    static Row correction(Correction correction) {
        return Row.of("correction")
                .put("number", correction.id())
                .put("kind", correction.kind().name().toLowerCase(Locale.ROOT))
                .put("one", ServerNumber.text(correction.one()))
                .put(
                        "other",
                        correction.kind() == Correction.Kind.TOGETHER ? ServerNumber.text(correction.other()) : null)
                .put("reason", correction.reason())
                .put("madeAt", correction.madeAt())
                .put("undoneAt", correction.undoneAt());
    }

    /// The campaigns of which a state changed, each with what it became.
    static String words(List<Campaign> campaigns, Change change) {
        return IntStream.range(0, campaigns.size())
                .filter(i -> !StateWords.of(change.after(), i, change.presence())
                        .equals(StateWords.of(change.before(), i, change.presenceBefore())))
                .boxed()
                .collect(Collectors.groupingBy(
                        i -> StateWords.of(change.after(), i, change.presence()),
                        java.util.TreeMap::new,
                        Collectors.mapping(i -> campaigns.get(i).name(), Collectors.joining(", "))))
                .entrySet()
                .stream()
                .map(each -> each.getKey() + ": " + each.getValue())
                .collect(Collectors.joining("; "));
    }
}
