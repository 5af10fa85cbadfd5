// SPDX-License-Identifier: Apache-2.0
package org.tidemark.bounce;

import java.util.Locale;

/// What a mail that came back means for the contact it was sent to.
public enum Effect {
    /// Nobody reads there: try the next contact.
    DEAD,
    /// Our mail was refused and the address may be sound: keep the contact, take another channel.
    REFUSED,
    /// It may still arrive, or will another time.
    WAIT,
    /// The recipient called our mail abuse (RFC 5965): send no more there.
    COMPLAINT,
    /// A person must read it: somebody wrote, or a machine wants an answer, or nothing here understands it.
    PERSON,
    /// Nothing is to be done.
    NOTHING;

    /// The name in answers.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
