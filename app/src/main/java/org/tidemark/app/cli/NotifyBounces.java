// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.Input;
import org.tidemark.adapter.returnedmail.BundledWording;
import org.tidemark.adapter.returnedmail.MailReader;
import org.tidemark.bounce.Bounce;
import org.tidemark.bounce.BounceKind;
import org.tidemark.bounce.BounceReader;
import org.tidemark.bounce.Effect;
import org.tidemark.bounce.ReturnedMail;
import org.tidemark.fault.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `tidemark notify bounces`: what the mail that came back says of each recipient.
@Command(
        name = "bounces",
        description = {
            "Read returned mail, and say for each recipient what came back and what it means.",
            "Where there is a store, what came back to the address of one of its notices is written down: a contact where"
                    + " nobody is gets no more mail, and the next plan takes the owner's next one."
        },
        footer = {
            "",
            "KIND is bounce-hard, bounce-soft, auto-reply or other. EFFECT is what it means for the contact: dead (try"
                    + " the next one), refused (our mail was refused: take another channel), wait, complaint (send no"
                    + " more there), person (somebody must read it) or nothing.",
            "",
            "Exit status: 0 nothing is to be done, 1 something is, 2 for a mistake in what was asked, 3 when a part"
                    + " could not be read."
        })
final class NotifyBounces extends PackCommand {
    private static final List<String> COLUMNS =
            List.of("file", "mail", "kind", "recipient", "status", "action", "effect", "token", "reason", "why");

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "A mail (.eml), an mbox file, a Maildir folder, or a folder of those; - is standard input.")
    List<String> paths = new ArrayList<>();

    @Mixin
    DataOptions data = new DataOptions();

    NotifyBounces(Invocation invocation, Packs packs) {
        super(invocation, packs);
    }

    @Override
    int answer(Answer answer) {
        var inputs = MailReader.inputs(paths, invocation.in());
        inputs.problems().forEach(answer::problem);
        answer.columns("bounce", COLUMNS);
        var rows = new Rows(answer);
        long skipped = inputs.skipped();
        try (var progress = answer.progress("reading", Progress.sizeOf(inputs))) {
            var reader = new MailReader(invocation.in(), rows);
            for (var input : inputs.inputs()) {
                skipped += reader.read(input);
                progress.add(size(input));
            }
        }
        if (!rows.effects.isEmpty() && data.exists(invocation)) {
            try (var store = data.open(invocation, answer.knowledge())) {
                rows.effects.write(store.notices(), invocation.clock().instant());
            }
        }
        return rows.finish(skipped);
    }

    private static long size(Input input) {
        try {
            return input.path().isPresent() ? Files.size(input.path().get()) : 0;
        } catch (IOException e) {
            // Reading it has told of it already; progress alone is no reason to stop.
            return 0;
        }
    }

    /// The rows on their way out.
    private static final class Rows implements MailReader.MailSink {
        private final BounceReader reader = new BounceReader(BundledWording.all());
        private final Map<BounceKind, Integer> counts = new EnumMap<>(BounceKind.class);
        private final Table table = new Table("RECIPIENT", "KIND", "STATUS", "EFFECT", "WHY");
        private final ReturnedEffects effects = new ReturnedEffects();
        private final Answer answer;
        private long mails;

        Rows(Answer answer) {
            this.answer = answer;
        }

        @Override
        public void mail(String file, @Nullable Long number, ReturnedMail mail) {
            mails++;
            for (var bounce : reader.read(mail)) {
                counts.merge(bounce.kind(), 1, Integer::sum);
                effects.add(bounce);
                answer.row(row(file, number, bounce));
                if (answer.forPeople()) {
                    line(bounce);
                }
                if (bounce.effect() != Effect.NOTHING) {
                    answer.found();
                }
            }
        }

        @Override
        public void problem(Problem problem) {
            answer.problem(problem);
        }

        private void line(Bounce bounce) {
            table.row(
                    bounce.effect() == Effect.DEAD ? Terminal.Ink.BAD : Terminal.Ink.DOUBT,
                    orDash(bounce.recipient()),
                    bounce.kind().word(),
                    orDash(bounce.status()),
                    bounce.effect().word(),
                    bounce.why());
        }

        private static String orDash(@Nullable String text) {
            return text == null ? "-" : text;
        }

        int finish(long skipped) {
            var summary = Row.of("summary").put("mails", mails);
            for (var kind : BounceKind.values()) {
                summary.put(key(kind), counts.getOrDefault(kind, 0));
            }
            if (answer.forPeople()) {
                if (!table.isEmpty()) {
                    table.print(answer.people(), answer.terminal(), 3);
                }
                answer.people().println(mails == 1 ? "1 mail read." : mails + " mails read.");
            }
            return answer.finish(effects.count(summary).put("skipped", skipped));
        }

        private static String key(BounceKind kind) {
            return switch (kind) {
                case BOUNCE_HARD -> "hard";
                case BOUNCE_SOFT -> "soft";
                case AUTO_REPLY -> "autoReplies";
                case OTHER -> "other";
            };
        }
    }

    private static Row row(String file, @Nullable Long number, Bounce bounce) {
        return Row.of("bounce")
                .put("file", file)
                .put("mail", number)
                .put("kind", bounce.kind().word())
                .put("recipient", bounce.recipient())
                .put("status", bounce.status())
                .put("action", bounce.action())
                .put("effect", bounce.effect().word())
                .put("token", bounce.token())
                .put("reason", bounce.reason())
                .put("why", bounce.why());
    }
}
