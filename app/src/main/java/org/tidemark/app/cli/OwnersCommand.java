// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.util.List;
import org.tidemark.fault.TidemarkException;
import org.tidemark.run.OwnerBook.OwnerList;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// The lists that say who owns what.
@Command(
        name = "owners",
        description = "List the lists of owners in the store.",
        footer = {"", OwnersCommand.STATUS})
public final class OwnersCommand extends PackCommand {
    static final String STATUS = "Exit status: 0, 2 for a mistake in what was asked, 3 when part of a list could not be"
            + " read, or the store is in use or damaged.";

    @Mixin
    DataOptions data = new DataOptions();

    private OwnersCommand(Invocation invocation, Packs packs) {
        super(invocation, packs);
    }

    static CommandLine tree(Invocation invocation, Packs packs) {
        var tree = new CommandLine(new OwnersCommand(invocation, packs));
        tree.addSubcommand(new OwnersImport(invocation, packs));
        tree.addSubcommand(new OwnersExplain(invocation, packs));
        tree.addSubcommand(new Remove(invocation, packs));
        tree.addSubcommand(new Forget(invocation, packs));
        return tree;
    }

    @Override
    int answer(Answer answer) {
        try (var store = data.openToRead(invocation, answer.knowledge())) {
            return list(answer, store.owners().lists());
        }
    }

    static int list(Answer answer, List<OwnerList> lists) {
        answer.columns("owner-list", List.of("name", "rows", "takenAt", "sha256"));
        var table = new Table("ROWS", "TAKEN IN", "LIST");
        for (var each : lists) {
            answer.row(Row.of("owner-list")
                    .put("name", each.name())
                    .put("rows", each.rows())
                    .put("takenAt", each.at())
                    .put("sha256", each.sha256()));
            table.row(
                    Terminal.Ink.STRONG, Figures.number(each.rows()), each.at().toString(), each.name());
        }
        if (answer.forPeople() && !table.isEmpty()) {
            table.print(answer.people(), answer.terminal(), -1);
        }
        return answer.finish(Row.of("summary")
                .put("lists", lists.size())
                .put("rows", lists.stream().mapToLong(OwnerList::rows).sum()));
    }

    /// `tidemark owners remove`.
    @Command(
            name = "remove",
            description = "Take a list out, with every contact that it names.",
            footer = {"", STATUS})
    static final class Remove extends PackCommand {
        @Mixin
        DataOptions data = new DataOptions();

        @Parameters(paramLabel = "LIST", description = "The list's name, as `tidemark owners` shows it.")
        String name = "";

        Remove(Invocation invocation, Packs packs) {
            super(invocation, packs);
        }

        @Override
        int answer(Answer answer) {
            try (var store = data.openExisting(invocation, answer.knowledge())) {
                if (!store.owners().remove(name)) {
                    throw TidemarkException.user("There is no list " + Terminal.safe(name)
                            + "; `tidemark owners` shows those that there are.");
                }
                return list(answer, store.owners().lists());
            }
        }
    }

    /// `tidemark owners forget`.
    @Command(
            name = "forget",
            description = {
                "Remove an owner from the store: contacts, notices and name. How many notices there were is kept.",
                "A list that names the owner brings it back when it is imported again. Bytes of what was removed may lie in"
                        + " unused parts of the file until these are used again."
            },
            footer = {"", STATUS})
    static final class Forget extends PackCommand {
        @Mixin
        DataOptions data = new DataOptions();

        @Parameters(paramLabel = "OWNER", description = "The owner's name, as the lists write it.")
        String name = "";

        Forget(Invocation invocation, Packs packs) {
            super(invocation, packs);
        }

        @Override
        int answer(Answer answer) {
            try (var store = data.openExisting(invocation, answer.knowledge())) {
                long rows = store.owners().rows().stream()
                        .filter(row -> row.owner().equals(name))
                        .count();
                long notices = store.notices().forget(name, invocation.clock().instant());
                if (rows == 0 && notices == 0) {
                    throw TidemarkException.user("Nothing in the store is " + Terminal.safe(name) + "'s.");
                }
                if (answer.forPeople()) {
                    answer.people()
                            .println(Figures.number(rows) + " rows of lists and " + Figures.number(notices)
                                    + " notices were removed.");
                }
                return answer.finish(Row.of("summary").put("rows", rows).put("notices", notices));
            }
        }
    }
}
