// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.fault.TidemarkException;
import org.tidemark.notify.NoticeState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A person told an owner: by telephone, by letter, or with a file that `notify send` wrote.
@Command(
        name = "told",
        description = "Write down that a person has delivered notices: by telephone, by letter, or with the files that"
                + " `tidemark notify send` wrote.",
        footer = {"", "Exit status: 0, 2 for a mistake in what was asked, 3 when the store is in use or damaged."})
final class NotifyTold extends PackCommand {
    @Mixin
    DataOptions data = new DataOptions();

    @Option(names = "--how", paramLabel = "TEXT", description = "How, in a few words; not to whom.")
    String how = "";

    @Parameters(
            paramLabel = "NOTICE",
            arity = "1..*",
            description = "Tickets or ids of notices that wait, as `tidemark notify --waiting` lists them.")
    List<String> notices = new ArrayList<>();

    NotifyTold(Invocation invocation, Packs packs) {
        super(invocation, packs);
    }

    @Override
    int answer(Answer answer) {
        try (var store = data.openExisting(invocation, answer.knowledge())) {
            var book = store.notices();
            // All are looked up before the first is written down.
            var waiting = notices.stream()
                    .map(text -> book.find(text)
                            .filter(sent -> sent.state().isWaiting())
                            .orElseThrow(() -> TidemarkException.user(
                                    "No notice " + Terminal.safe(text) + " waits to be delivered.")))
                    .toList();
            for (var sent : waiting) {
                book.event(
                        sent.notice().id(),
                        NoticeState.TOLD,
                        how,
                        invocation.clock().instant());
                answer.row(NotifyRows.notice(sent.notice()).put("state", NoticeState.TOLD.id()));
            }
            if (answer.forPeople()) {
                answer.people()
                        .println(Figures.number(waiting.size())
                                + (waiting.size() == 1
                                        ? " notice counts as delivered."
                                        : " notices count as delivered."));
            }
            return answer.finish(Row.of("summary").put("told", waiting.size()));
        }
    }
}
