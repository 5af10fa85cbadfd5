// SPDX-License-Identifier: Apache-2.0
package org.tidemark.bounce;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.bounce.Delivery.Outcome;

/// What the report on one recipient means. Codes are those of RFC 3463 and RFC 5321, section 4.2.
final class DeliveryJudge {
    private final Wording wording;

    DeliveryJudge(Wording wording) {
        this.wording = wording;
    }

    /// What decided, in words for people.
    private record Decision(BounceKind kind, Effect effect, String why) {}

    /// The facts of one report.
    ///
    /// @param code the enhanced code that counts
    /// @param reply the reply code; 0 where there is none
    /// @param sense what the words say
    private record Facts(Delivery delivery, @Nullable StatusCode code, int reply, Optional<Wording.Sense> sense) {
        /// A code of class 4, or a reply 4yz where no enhanced code stands beside it.
        boolean isTransient(@Nullable StatusCode inWords) {
            return (code != null && code.level() == 4) || (inWords == null && reply >= 400 && reply < 500);
        }

        boolean isFull() {
            return (code != null && code.subject() == 2 && code.detail() == 2)
                    || sense.filter(each -> each.meaning() == Meaning.FULL).isPresent();
        }

        boolean isPermanent() {
            return (code != null && code.level() == 5) || reply >= 500;
        }

        /// What shows the class, for people.
        String evidence(int level) {
            boolean byCode = code != null && code.level() == level;
            return (byCode ? "the code " + code : "the reply " + reply) + " in " + delivery.source();
        }
    }

    Bounce judge(Delivery delivery, @Nullable String token) {
        var inWords = StatusCode.inText(delivery.diagnostic());
        var code = StatusCode.better(delivery.status(), inWords);
        var facts = new Facts(
                delivery,
                code,
                ServerReply.in(delivery.diagnostic()),
                wording.sense(Phrase.plain(delivery.diagnostic())));
        var decision = decide(facts, inWords);
        return new Bounce(
                decision.kind,
                delivery.recipient(),
                code == null ? null : code.toString(),
                delivery.action(),
                decision.effect,
                Reason.of(telling(delivery.diagnostic())),
                decision.why,
                token);
    }

    /// The server's own words begin where its code stands.
    private static String telling(String words) {
        int from = 0;
        for (var line : words.split("\n", -1)) {
            if (ServerReply.in(line) > 0 || StatusCode.inText(line) != null) {
                return words.substring(from);
            }
            from += line.length() + 1;
        }
        return words;
    }

    /// The rules in their order; the first that fits counts.
    private Decision decide(Facts facts, @Nullable StatusCode inWords) {
        var source = facts.delivery.source();
        if (facts.delivery.outcome() == Outcome.DELIVERED) {
            return new Decision(BounceKind.OTHER, Effect.NOTHING, "Success: " + source + " says that it arrived.");
        }
        if (facts.delivery.outcome() == Outcome.DELAYED) {
            return soft("Late: " + source + " says delayed, and the server goes on trying.");
        }
        if (facts.isTransient(inWords)) {
            return soft("Transient: " + facts.evidence(4) + " is of class 4, whatever the words say.");
        }
        if (facts.isFull()) {
            return soft("Mailbox full, which passes in any class: " + words(facts) + ".");
        }
        if (facts.isPermanent()) {
            var meaning = meaning(facts);
            return new Decision(
                    BounceKind.BOUNCE_HARD,
                    meaning.effect(),
                    "Permanent: " + facts.evidence(5) + " is of class 5; " + words(facts) + ".");
        }
        return byWords(facts);
    }

    /// Without any code, what the words say.
    private static Decision byWords(Facts facts) {
        var source = facts.delivery.source();
        if (facts.sense.isPresent()) {
            var meaning = facts.sense.get().meaning();
            var why = "No code; " + source + " says '" + facts.sense.get().phrase() + "': " + meaning.words() + ".";
            return meaning.passes()
                    ? new Decision(BounceKind.BOUNCE_SOFT, Effect.WAIT, why)
                    : new Decision(BounceKind.BOUNCE_HARD, meaning.effect(), why);
        }
        return new Decision(
                BounceKind.BOUNCE_HARD,
                Effect.PERSON,
                "Failed: " + source + " says so, without a code and without words that are known here.");
    }

    private static Decision soft(String why) {
        return new Decision(BounceKind.BOUNCE_SOFT, Effect.WAIT, why);
    }

    /// Sure words come before codes, for servers write 5.1.1 beside "blacklisted" more often than the reverse; weak
    /// words come after them. A difficulty that passes is none where the code says that it does not.
    private Meaning meaning(Facts facts) {
        var sense = facts.sense.filter(each -> !each.meaning().passes());
        return sense.filter(Wording.Sense::sure)
                .map(Wording.Sense::meaning)
                .or(() -> Optional.ofNullable(facts.code).flatMap(wording::meaning))
                .or(() -> sense.map(Wording.Sense::meaning))
                .orElse(Meaning.FAILED);
    }

    /// What the meaning rests on, for people.
    private String words(Facts facts) {
        var meaning = facts.isFull() ? Meaning.FULL : meaning(facts);
        var phrase = facts.sense.filter(each -> each.meaning() == meaning).map(each -> "its words '" + each.phrase());
        var code = Optional.ofNullable(facts.code).flatMap(wording::meaning).filter(meaning::equals);
        return phrase.map(words -> words + "' mean: " + meaning.words())
                .or(() -> code.map(_ -> facts.code + " means: " + meaning.words()))
                .orElse("nothing says that the address is wrong");
    }
}
