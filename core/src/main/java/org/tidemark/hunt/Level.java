// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// How much a hit of a rule matters, in the words of the Sigma specification.
public enum Level {
    INFORMATIONAL,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /// The level of this name, in any case.
    public static Optional<Level> of(String name) {
        return Stream.of(values())
                .filter(level -> level.spelling().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    public String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }
}
