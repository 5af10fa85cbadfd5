// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tidemark.fault.TidemarkException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// One notice exactly as it is sent.
@Command(
        name = "show",
        description = "Show a notice exactly as it is sent, every byte of the message.",
        footer = {"", "Exit status: 0, 1 where it must not be sent any more, 2 for a mistake in what was asked."})
final class NotifyShow extends PackCommand {
    private final String version;

    @Mixin
    DataOptions data = new DataOptions();

    @Mixin
    SenderOptions sender = new SenderOptions();

    @Parameters(paramLabel = "NOTICE", description = "Its ticket or id, as `tidemark notify` lists them.")
    String notice = "";

    NotifyShow(Invocation invocation, Packs packs, String version) {
        super(invocation, packs);
        this.version = version;
    }

    @Override
    int answer(Answer answer) {
        var who = sender.read().sender();
        try (var store = data.openToRead(invocation, answer.knowledge())) {
            var sent = store.notices()
                    .find(notice)
                    .orElseThrow(() -> TidemarkException.user(
                            "There is no notice " + Terminal.safe(notice) + "; `tidemark notify` lists them."));
            var room = new Mailroom(answer.knowledge(), store, who, sender.words, invocation.today(), version);
            room.look(List.of(sent.notice()));
            String message;
            try {
                var bytes = room.mail(sent.notice(), sent.notice().recipient().address());
                message = new String(bytes, StandardCharsets.UTF_8);
            } catch (Mailroom.Refused e) {
                answer.found();
                answer.hint("It must not be sent: " + e.why() + ".");
                return answer.finish(Row.of("summary").put("notices", 0));
            }
            answer.row(NotifyRows.sent(sent).put("message", message));
            if (answer.forPeople()) {
                message.lines().map(Terminal::safe).forEach(answer.people()::println);
            }
            return answer.finish(Row.of("summary").put("notices", 1));
        }
    }
}
