// SPDX-License-Identifier: Apache-2.0
package org.tidemark.notify;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a recipient wants beside the words.
public enum Format {
    /// A table of the servers.
    CSV,
    /// An X-ARF report for each flaw of each server, for programs.
    XARF,
    /// Words alone.
    TEXT;

    /// The name in files and answers, `csv`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Format> of(String text) {
        return Arrays.stream(values())
                .filter(format -> format.id().equals(text.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
