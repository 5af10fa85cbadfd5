// SPDX-License-Identifier: Apache-2.0
package org.tidemark.priority;

import org.jspecify.annotations.Nullable;

/// What the tables ask about a server, apart from its flaws.
///
/// @param publiclyExposed whether anybody on the internet can reach it; null where nobody knows
/// @param impact what it would do to the owner's mission and to people were it lost: `low`, `medium`, `high` or `very
///     high` (SSVC, Human Impact); null where nobody said
public record Circumstances(
        @Nullable Boolean publiclyExposed, @Nullable String impact) {
    public static final Circumstances UNKNOWN = new Circumstances(null, null);
}
