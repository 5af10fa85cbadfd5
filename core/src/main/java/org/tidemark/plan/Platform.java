// SPDX-License-Identifier: Apache-2.0
package org.tidemark.plan;

import java.util.Optional;
import java.util.regex.Pattern;

/// A version of the operating system, `2012R2`.
public record Platform(String name) {
    private static final Pattern SPELLING = Pattern.compile(
            "(?i)(?:microsoft\\s+)?(?:windows)?\\s*(?:server)?\\s*(?:ws)?\\s*(20[0-9]{2})\\s*(R2)?\\s*(?:SP[0-9])?");

    /// Reads `2016`, `Windows Server 2012 R2`, `WS2008R2SP1`; empty where the text is anything else. Service
    /// packs do
    /// not count.
    public static Optional<Platform> parse(String text) {
        var match = SPELLING.matcher(text.strip());
        return match.matches()
                ? Optional.of(new Platform(match.group(1) + (match.group(2) == null ? "" : "R2")))
                : Optional.empty();
    }

    /// For sentences: `Windows Server 2012 R2`.
    public String named() {
        return "Windows Server " + version();
    }

    String version() {
        return name.replace("R2", " R2");
    }

    @Override
    public String toString() {
        return name;
    }
}
