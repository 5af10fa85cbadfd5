// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.fault.TidemarkException;
import org.tidemark.run.Correction;
import org.tidemark.run.Store;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What somebody who knows better says of servers: that two are one, that places are another one, and that this was
/// wrong. All of it stays on record, and the days that it touches are counted anew.
final class ServerCorrections {
    private static final String STATUS =
            "Exit status: 0, 2 for a mistake in what was asked, 3 when the store is in use or damaged.";

    private ServerCorrections() {}

    static void addTo(CommandLine tree, Invocation invocation, Packs packs) {
        tree.addSubcommand(new Join(invocation, packs));
        tree.addSubcommand(new Split(invocation, packs));
        tree.addSubcommand(new Undo(invocation, packs));
        tree.addSubcommand(new Corrections(invocation, packs));
    }

    /// A command that changes what is said of servers.
    abstract static class Change extends PackCommand {
        @Mixin
        DataOptions data = new DataOptions();

        Change(Invocation invocation, Packs packs) {
            super(invocation, packs);
        }

        /// Makes the change.
        abstract void change(Store store);

        @Override
        int answer(Answer answer) {
            try (var store = data.openExisting(invocation, answer.knowledge())) {
                store.track(invocation.clock().instant(), new Following(answer));
                change(store);
                store.track(invocation.clock().instant(), new Following(answer));
                return list(answer, store);
            }
        }

        static int list(Answer answer, Store store) {
            answer.columns("correction", List.of("number", "kind", "one", "other", "reason", "madeAt", "undoneAt"));
            var table = new Table("NUMBER", "WHAT", "REASON");
            for (var each : store.corrections()) {
                answer.row(ServersShow.correction(each));
                table.row(Terminal.Ink.STRONG, String.valueOf(each.id()), words(each), each.reason());
            }
            if (answer.forPeople() && !table.isEmpty()) {
                table.print(answer.people(), answer.terminal(), -1);
            }
            return answer.finish(
                    Row.of("summary").put("corrections", store.corrections().size()));
        }

        private static String words(Correction each) {
            var what = each.kind() == Correction.Kind.TOGETHER
                    ? ServerNumber.text(each.one()) + " is " + ServerNumber.text(each.other())
                    : "place " + ServerNumber.text(each.one()) + " apart";
            return each.holds() ? what : what + " (undone)";
        }

        static String reason(@Nullable String given) {
            if (given == null || given.isBlank()) {
                throw TidemarkException.user(
                        "Say why with --reason: whoever counts these servers next will want to know.");
            }
            return given;
        }
    }

    /// `tidemark servers join`.
    @Command(
            name = "join",
            description = "Say that a server is another one: all that was seen of both is of the other from now on.",
            footer = {"", STATUS})
    static final class Join extends Change {
        @Parameters(index = "0", paramLabel = "ID", description = "The server.")
        String server = "";

        @Parameters(index = "1", paramLabel = "OTHER", description = "The server that it is.")
        String other = "";

        @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
        @Nullable
        String reason;

        Join(Invocation invocation, Packs packs) {
            super(invocation, packs);
        }

        @Override
        void change(Store store) {
            var why = reason(reason);
            for (var id : List.of(server, other)) {
                ServerNumber.check(id);
                if (store.history(id).isEmpty()) {
                    throw TidemarkException.user("No server in the store has the id " + id + ".");
                }
            }
            if (server.equals(other)) {
                throw TidemarkException.user("Both ids are the same server.");
            }
            store.join(server, other, why, invocation.clock().instant());
        }
    }

    /// `tidemark servers split`.
    @Command(
            name = "split",
            description = "Say that places of a server are another server: `tidemark servers show` lists the places.",
            footer = {"", STATUS})
    static final class Split extends Change {
        @Parameters(index = "0", paramLabel = "ID", description = "The server.")
        String server = "";

        @Parameters(index = "1..*", arity = "1..*", paramLabel = "PLACE", description = "Its places that are not it.")
        List<String> places = List.of();

        @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
        @Nullable
        String reason;

        Split(Invocation invocation, Packs packs) {
            super(invocation, packs);
        }

        @Override
        void change(Store store) {
            var why = reason(reason);
            ServerNumber.check(server);
            places.forEach(ServerNumber::check);
            var known = store.history(server)
                    .orElseThrow(() -> TidemarkException.user("No server in the store has the id " + server + "."))
                    .places();
            for (var place : places) {
                if (known.stream().noneMatch(each -> each.id().equals(place))) {
                    throw TidemarkException.user("The server " + server + " has no place " + place + ".");
                }
            }
            store.split(places, why, invocation.clock().instant());
        }
    }

    /// `tidemark servers undo`.
    @Command(
            name = "undo",
            description = "Take a correction back; it stays on record.",
            footer = {"", STATUS})
    static final class Undo extends Change {
        @Parameters(paramLabel = "NUMBER", description = "The correction, as `tidemark servers corrections` lists it.")
        int number;

        Undo(Invocation invocation, Packs packs) {
            super(invocation, packs);
        }

        @Override
        void change(Store store) {
            if (store.corrections().stream().noneMatch(each -> each.id() == number && each.holds())) {
                throw TidemarkException.user("There is no correction " + number + " that holds;"
                        + " `tidemark servers corrections` lists them.");
            }
            store.undo(number, invocation.clock().instant());
        }
    }

    /// `tidemark servers corrections`.
    @Command(
            name = "corrections",
            description = "List all corrections.",
            footer = {"", STATUS})
    static final class Corrections extends PackCommand {
        @Mixin
        DataOptions data = new DataOptions();

        Corrections(Invocation invocation, Packs packs) {
            super(invocation, packs);
        }

        @Override
        int answer(Answer answer) {
            try (var store = data.openToRead(invocation, answer.knowledge())) {
                return Change.list(answer, store);
            }
        }
    }
}
