// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.util.EnumMap;
import java.util.List;
import org.tidemark.notify.NoticeState;
import org.tidemark.run.NoticeBook.Sent;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Owners are told once, and what came back is read.
@Command(
        name = "notify",
        description = "List the notices in the store and what has become of each.",
        footer = {"", NotifyCommand.STATUS})
public final class NotifyCommand extends PackCommand {
    static final String STATUS =
            "Exit status: 0, 1 when notices wait to be sent or need a person, 2 for a mistake in what"
                    + " was asked, 3 when the store is in use or damaged, or something could not be sent.";

    @Mixin
    DataOptions data = new DataOptions();

    @Option(names = "--waiting", description = "Only those that are still to be sent.")
    boolean waiting;

    private NotifyCommand(Invocation invocation, Packs packs) {
        super(invocation, packs);
    }

    static CommandLine tree(Invocation invocation, Packs packs, String version) {
        var tree = new CommandLine(new NotifyCommand(invocation, packs));
        tree.addSubcommand(new NotifyPlan(invocation, packs));
        tree.addSubcommand(new NotifyShow(invocation, packs, version));
        tree.addSubcommand(new NotifySend(invocation, packs, version));
        tree.addSubcommand(new NotifyTold(invocation, packs));
        tree.addSubcommand(new NotifyBounces(invocation, packs));
        return tree;
    }

    @Override
    int answer(Answer answer) {
        answer.columns(
                "notice",
                List.of("id", "owner", "recipient", "channel", "campaign", "reason", "state", "stateAt", "detail"));
        var counts = new EnumMap<NoticeState, Long>(NoticeState.class);
        var table = new Table("TICKET", "STATE", "SERVERS", "OWNER AND RECIPIENT");
        try (var store = data.openToRead(invocation, answer.knowledge())) {
            store.notices().each(sent -> {
                counts.merge(sent.state(), 1L, Long::sum);
                if (!waiting || sent.state().isWaiting()) {
                    answer.row(NotifyRows.sent(sent));
                    row(table, sent);
                }
            });
        }
        if (answer.forPeople() && !table.isEmpty()) {
            table.print(answer.people(), answer.terminal(), 1);
        }
        var summary = Row.of("summary")
                .put(
                        "notices",
                        counts.values().stream().mapToLong(Long::longValue).sum());
        for (var state : NoticeState.values()) {
            summary.put(state.id(), counts.getOrDefault(state, 0L));
            if (state.isWaiting() && counts.containsKey(state)) {
                answer.found();
            }
        }
        if (counts.containsKey(NoticeState.SENDING)) {
            answer.found();
            answer.hint("Of notices in the state sending nobody knows whether they arrived: the program was stopped in"
                    + " between. Look into the relay's log; `tidemark notify send --again TICKET` sends one again.");
        }
        return answer.finish(summary);
    }

    private static void row(Table table, Sent sent) {
        var notice = sent.notice();
        table.row(
                sent.state().isVoid() || sent.state() == NoticeState.SENDING
                        ? Terminal.Ink.BAD
                        : sent.state().isWaiting() ? Terminal.Ink.DOUBT : Terminal.Ink.GOOD,
                notice.ticket(),
                sent.state().id(),
                Figures.number(notice.lines().size()),
                notice.owner() + " <" + notice.recipient().address() + ">");
    }
}
