// SPDX-License-Identifier: Apache-2.0
package org.tidemark.simulate;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a server is, whatever happens to it.
///
/// @param level the branch that it began on
/// @param farm the number of the farm's first member; [#ALONE] for a server of its own
/// @param hoster the hoster whose wildcard certificate it shows; 0 for none
/// @param host null where it has no host name
/// @param name null where its answers do not name it
public record Identity(
        LocalDate since,
        String product,
        String level,
        int farm,
        int hoster,
        String country,
        boolean inFeed,
        boolean inGrab,
        @Nullable String host,
        @Nullable String name) {
    public static final int ALONE = -1;
}
