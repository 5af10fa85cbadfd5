// SPDX-License-Identifier: Apache-2.0
package org.tidemark.plan;

import java.util.Optional;
import java.util.regex.Pattern;
import org.tidemark.advisory.Build;

/// A version of the framework that the product runs on, `4.7.2`.
public record FrameworkVersion(Build number) implements Comparable<FrameworkVersion> {
    private static final Pattern SPELLING =
            Pattern.compile("(?i)(?:microsoft\\s+)?(?:\\.net)?\\s*(?:framework)?\\s*v?([0-9]+(?:\\.[0-9]+){1,2})");

    /// Reads `4.8`, `.NET 4.8`, `.NET Framework 4.8.1`; empty where the text is no version.
    public static Optional<FrameworkVersion> parse(String text) {
        var match = SPELLING.matcher(text.strip());
        return match.matches() ? Build.parse(match.group(1)).map(FrameworkVersion::new) : Optional.empty();
    }

    /// For sentences: `.NET Framework 4.8`.
    public String named() {
        return ".NET Framework " + number;
    }

    @Override
    public int compareTo(FrameworkVersion other) {
        return number.compareTo(other.number);
    }

    @Override
    public String toString() {
        return number.toString();
    }
}
