// SPDX-License-Identifier: Apache-2.0
package org.tidemark.notify;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How somebody is reached. Only mail is written by this program; the others are for people.
public enum Channel {
    EMAIL,
    PHONE,
    LETTER,
    /// A page with a form.
    WEB;

    /// The name in files and answers, `email`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Channel> of(String text) {
        return Arrays.stream(values())
                .filter(channel -> channel.id().equals(text.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
