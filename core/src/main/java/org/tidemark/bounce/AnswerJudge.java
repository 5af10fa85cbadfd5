// SPDX-License-Identifier: Apache-2.0
package org.tidemark.bounce;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.bounce.Wording.Shows;
import org.tidemark.bounce.Wording.Where;

/// What a mail is that reports no delivery: a machine's answer (RFC 3834) or something else.
final class AnswerJudge {
    private final Wording wording;

    AnswerJudge(Wording wording) {
        this.wording = wording;
    }

    /// The rules in their order; the first that fits counts.
    Bounce judge(ReturnedMail mail, @Nullable String token) {
        var challenge = marked(Shows.CHALLENGE, mail);
        if (challenge.isPresent()) {
            var why = "Challenge: " + challenge.get() + "; a machine holds our mail until a person answers.";
            return answer(mail, token, BounceKind.AUTO_REPLY, Effect.PERSON, why);
        }
        var machine = machine(mail);
        var toRead = toRead(mail);
        if (machine.isPresent()) {
            var why = "Automatic reply: " + machine.get()
                    + toRead.map(each -> "; to be read: " + each).orElse("") + ".";
            var effect = toRead.isPresent() ? Effect.PERSON : Effect.NOTHING;
            return answer(mail, token, BounceKind.AUTO_REPLY, effect, why);
        }
        var why = toRead.map(each -> "Not marked as automatic; " + each + ".")
                .orElse("No report and no mark of a machine: somebody must read it.");
        return answer(mail, token, BounceKind.OTHER, Effect.PERSON, why);
    }

    boolean isChallenge(ReturnedMail mail) {
        return marked(Shows.CHALLENGE, mail).isPresent();
    }

    /// Whether the field of RFC 3834, section 5, says so.
    boolean isSubmittedByMachine(ReturnedMail mail) {
        var submitted = mail.headers().text("auto-submitted").toLowerCase(Locale.ROOT);
        return !submitted.isEmpty() && !submitted.matches("no\\b.*");
    }

    /// What shows that a machine wrote; empty where nothing does.
    private Optional<String> machine(ReturnedMail mail) {
        if (isSubmittedByMachine(mail)) {
            return Optional.of("Auto-Submitted is not 'no'");
        }
        return marked(Shows.REPLY, mail)
                .or(() -> mail.hasEmptyReturnPath()
                        ? Optional.of("its return path is empty, as only machines leave it")
                        : Optional.empty());
    }

    /// What in it a person must read, machine or not.
    private Optional<String> toRead(ReturnedMail mail) {
        return marked(Shows.TICKET, mail)
                .map(each -> "a ticket system, by " + each)
                .or(() -> wording.mark(Shows.GONE, Where.TEXT, Phrase.plain(mail.text()))
                        .map(phrase -> "its text says '" + phrase + "'"));
    }

    /// The header field, the subject or the words that mark a mail so.
    private Optional<String> marked(Shows shows, ReturnedMail mail) {
        return wording.header(shows, mail.headers())
                .map(name -> "header " + name)
                .or(() -> wording.mark(shows, Where.SUBJECT, mail.subject())
                        .map(phrase -> "its subject says '" + phrase + "'"))
                .or(() -> wording.mark(shows, Where.SENDER, mail.sender())
                        .map(phrase -> "its sender is called '" + phrase + "'"))
                .or(() -> wording.mark(shows, Where.TEXT, Phrase.plain(mail.text()))
                        .map(phrase -> "its text says '" + phrase + "'"));
    }

    private static Bounce answer(
            ReturnedMail mail, @Nullable String token, BounceKind kind, Effect effect, String why) {
        var from =
                Addresses.in(mail.headers().text("from")).stream().findFirst().orElse(null);
        var reason = kind == BounceKind.AUTO_REPLY ? Reason.of(mail.text()) : null;
        return new Bounce(kind, from, null, null, effect, reason, why, token);
    }
}
