// SPDX-License-Identifier: Apache-2.0
package org.tidemark.bounce;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a report says of one recipient, word for word.
///
/// @param recipient null where it names none
/// @param action null where it names none
/// @param status null where it names none
/// @param diagnostic the server's words; empty where there are none
/// @param source where it stands, for people: `the delivery report`
record Delivery(
        @Nullable String recipient,
        @Nullable String action,
        @Nullable StatusCode status,
        String diagnostic,
        String source) {

    /// What happened, by the action of RFC 3464, section 2.3.3, and by what servers write instead.
    enum Outcome {
        DELIVERED,
        DELAYED,
        FAILED,
        UNSAID
    }

    Outcome outcome() {
        if (action == null) {
            return status != null && status.level() == 2 ? Outcome.DELIVERED : Outcome.UNSAID;
        }
        return switch (action) {
            // "deliverable" is what Postfix answers to a mere trial.
            case "delivered", "relayed", "expanded", "deliverable", "success", "successful", "sent" ->
                Outcome.DELIVERED;
            case "delayed", "delay", "deferred" -> Outcome.DELAYED;
            default -> Outcome.FAILED;
        };
    }

    /// The first word of an `Action` field, lower case; null where there is none.
    static @Nullable String action(String field) {
        var word = field.strip().toLowerCase(Locale.ROOT).split("[^a-z-]", 2)[0];
        return word.isEmpty() ? null : word;
    }

    /// Whether it leaves open why.
    boolean isSilent() {
        return diagnostic.isBlank() && (status == null || status.specificity() < 2);
    }

    /// Whether no code in it says more than the class.
    boolean isVague() {
        var code = StatusCode.better(status, StatusCode.inText(diagnostic));
        return code == null || code.specificity() == 0;
    }

    Delivery withRecipient(@Nullable String other) {
        return new Delivery(other, action, status, diagnostic, source);
    }

    /// The same with what another report on the same recipient says and this one leaves open.
    Delivery completedBy(Delivery other) {
        var words = isSilent() ? other.diagnostic : diagnostic;
        var code = isVague() ? StatusCode.inText(other.diagnostic) : null;
        boolean fits = code != null && (status == null || status.level() == code.level());
        return new Delivery(
                recipient,
                action == null ? other.action : action,
                fits ? code : status,
                words,
                fits || !words.equals(diagnostic) ? source + " and its text" : source);
    }
}
