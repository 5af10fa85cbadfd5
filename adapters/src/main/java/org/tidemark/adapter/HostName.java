// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Names of hosts for documents whose readers check them.
public final class HostName {
    /// RFC 1123, 2.1, with the underscore that servers' names hold in practice; the last label is no number, which
    /// would be an address.
    private static final Pattern FULL =
            Pattern.compile("(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\\.)+(?:[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?)");

    private static final int LONGEST = 253;

    private HostName() {}

    /// The name in lower case, if it is a full one; empty for any other text.
    public static Optional<String> full(@Nullable String text) {
        if (text == null || text.length() > LONGEST + 1) {
            return Optional.empty();
        }
        var lower = text.strip().toLowerCase(Locale.ROOT);
        var bare = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
        return bare.length() <= LONGEST && FULL.matcher(bare).matches() ? Optional.of(bare) : Optional.empty();
    }
}
