// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.fault.TidemarkException;
import org.tidemark.run.SourceDay;
import org.tidemark.run.Store;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Who looked on which day, what they covered, and what of it is kept apart.
@Command(
        name = "scans",
        description = "List who looked at the servers on which day, what they covered, and what is kept apart because"
                + " nobody can believe it.",
        footer = {
            "",
            "Exit status: 0, 1 when something is kept apart, 2 for a mistake in what was asked, 3 when the store is in"
                    + " use or damaged."
        })
public final class ScansCommand extends PackCommand {
    @Mixin
    DataOptions data = new DataOptions();

    private ScansCommand(Invocation invocation, Packs packs) {
        super(invocation, packs);
    }

    static CommandLine tree(Invocation invocation, Packs packs) {
        var tree = new CommandLine(new ScansCommand(invocation, packs));
        tree.addSubcommand(new Confirm(invocation, packs));
        return tree;
    }

    @Override
    int answer(Answer answer) {
        try (var store = FollowedStore.open(data, invocation, answer)) {
            return list(answer, store);
        }
    }

    private static int list(Answer answer, Store store) {
        answer.columns("scan", List.of("date", "sensor", "method", "servers", "covers", "complete", "apart"));
        var table = new Table("DAY", "WHO", "SERVERS", "COVERS");
        var sources = store.sources();
        for (var each : sources) {
            answer.row(row(each));
            table.row(
                    Terminal.Ink.STRONG,
                    each.day().toString(),
                    each.sensor().isEmpty() ? each.method() : each.sensor() + " (" + each.method() + ")",
                    String.valueOf(each.servers()),
                    words(each));
        }
        if (answer.forPeople()) {
            table.print(answer.people(), answer.terminal(), -1);
        }
        long apart = sources.stream().filter(each -> each.apart() != null).count();
        if (apart > 0) {
            answer.found();
            answer.hint("What is kept apart counts once it is confirmed: `tidemark scans confirm SENSOR --since DAY`.");
        }
        return answer.finish(Row.of("summary").put("scans", sources.size()).put("apart", apart));
    }

    private static Row row(SourceDay each) {
        return Row.of("scan")
                .put("date", each.day())
                .put("sensor", each.sensor().isEmpty() ? null : each.sensor())
                .put("method", each.method())
                .put("servers", each.servers())
                .put("covers", each.covers())
                .put("complete", each.complete())
                .put("apart", each.apart());
    }

    private static String words(SourceDay each) {
        var covers = each.covers() == null ? "declares nothing" : each.covers();
        return each.apart() == null ? covers : covers + "; kept apart: " + each.apart();
    }

    /// `tidemark scans confirm`.
    @Command(
            name = "confirm",
            description = "Say that what a source has been saying since a day is true, however unlikely it looks.",
            footer = {"", "Exit status: 0, 2 for a mistake in what was asked, 3 when the store is in use or damaged."})
    static final class Confirm extends PackCommand {
        @Mixin
        DataOptions data = new DataOptions();

        @Parameters(paramLabel = "SENSOR", description = "The sensor, as `tidemark scans` names it.")
        String sensor = "";

        @Option(
                names = "--method",
                paramLabel = "METHOD",
                description = "Its method; all of the sensor's where it is not given.")
        @Nullable
        String method;

        @Option(names = "--since", paramLabel = "DAY", required = true, description = "The first day that is true.")
        String since = "";

        private Confirm(Invocation invocation, Packs packs) {
            super(invocation, packs);
        }

        @Override
        int answer(Answer answer) {
            var day = Asked.day(since);
            try (var store = data.openExisting(invocation, answer.knowledge())) {
                var now = invocation.clock().instant();
                store.track(now, new Following(answer));
                var meant = store.sources().stream()
                        .filter(each -> each.sensor().equals(sensor)
                                || (each.sensor().isEmpty() && each.method().equals(sensor)))
                        .filter(each -> method == null || each.method().equals(method))
                        .filter(each -> !each.day().isBefore(day))
                        .toList();
                if (meant.isEmpty()) {
                    throw TidemarkException.user("Nobody of the name " + Terminal.safe(sensor) + " looked on " + day
                            + " or later; `tidemark scans` lists who did.");
                }
                // The rows come day by day: of each method the first day counts.
                var said = new HashSet<String>();
                meant.stream()
                        .filter(each -> said.add(each.method()))
                        .forEach(each -> store.confirm(each.sensor(), each.method(), each.day(), now));
                store.track(now, new Following(answer));
                return list(answer, store);
            }
        }
    }
}
