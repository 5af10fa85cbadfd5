// SPDX-License-Identifier: Apache-2.0
package org.tidemark.export;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.hunt.Stage;

/// What a hunt, or a feed, said of an intruder on a server.
///
/// @param campaign the campaign's name; null for findings of no campaign
/// @param by who says so
/// @param at when it was said
/// @param first the time of the first finding; null where none has one
/// @param actors addresses that the intruder came from
public record Intrusion(
        @Nullable String campaign,
        Stage stage,
        By by,
        String reason,
        Instant at,
        @Nullable Instant first,
        @Nullable Instant last,
        List<String> actors) {
    public Intrusion {
        actors = List.copyOf(actors);
    }

    /// Who says so.
    public enum By {
        /// A hunt of ours over collected evidence.
        HUNT,
        /// A feed, whose label says that something was found left on the server.
        FEED
    }

    /// Whether somebody came in. What was only tried is no intrusion.
    public boolean isBreach() {
        return stage.compareTo(Stage.EXPLOITED) >= 0;
    }

    /// When it happened, as nearly as anybody can tell.
    public Instant time() {
        return last != null ? last : first != null ? first : at;
    }
}
