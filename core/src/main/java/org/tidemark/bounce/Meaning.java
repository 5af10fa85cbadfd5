// SPDX-License-Identifier: Apache-2.0
package org.tidemark.bounce;

import java.util.Locale;
import java.util.Optional;

/// Why a mail was not delivered, as far as a code or a server's words tell.
public enum Meaning {
    NO_SUCH_USER("no such mailbox", Effect.DEAD),
    NO_SUCH_HOST("no such mail domain", Effect.DEAD),
    DISABLED("the mailbox is switched off", Effect.DEAD),
    MOVED("the mailbox has moved", Effect.DEAD),
    /// Transient in any class: RFC 3463 calls X.2.2 a persistent transient error.
    FULL("the mailbox is full", Effect.WAIT),
    TEMPORARY("a difficulty that passes", Effect.WAIT),
    REFUSED("the mail was refused for its content, size or sender", Effect.REFUSED),
    /// It failed, and no more is known: that says nothing against the address.
    FAILED("delivery failed", Effect.REFUSED);

    private final String words;
    private final Effect effect;

    Meaning(String words, Effect effect) {
        this.words = words;
        this.effect = effect;
    }

    /// Half a sentence for people.
    public String words() {
        return words;
    }

    /// What it means for the contact where the failure is final.
    Effect effect() {
        return effect == Effect.WAIT ? Effect.REFUSED : effect;
    }

    /// Whether it passes by itself, where no code says so.
    boolean passes() {
        return effect == Effect.WAIT;
    }

    /// Reads the name that tables use, such as `no-such-user`.
    public static Optional<Meaning> named(String name) {
        for (var each : values()) {
            if (each.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
