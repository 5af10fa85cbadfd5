// SPDX-License-Identifier: Apache-2.0
package org.tidemark.run;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.hunt.Hunted;
import org.tidemark.hunt.Stage;

/// What a hunt once said of a server and a campaign.
///
/// @param at when the hunt was made
/// @param server the server as its evidence calls it
/// @param campaign the campaign's name; null for findings of no campaign
/// @param couldBe the higher grade that was left open; null where none was
/// @param first the time of the first finding; null where none has one
/// @param actors addresses of the findings at the verdict's grade
public record StoredHunt(
        Instant at,
        String server,
        @Nullable String campaign,
        Stage verdict,
        @Nullable Stage couldBe,
        String reason,
        @Nullable Instant first,
        @Nullable Instant last,
        List<String> actors) {
    public StoredHunt {
        actors = List.copyOf(actors);
    }

    /// @param at when the hunt was made
    public static StoredHunt of(Instant at, Hunted hunted) {
        return new StoredHunt(
                at,
                hunted.server(),
                hunted.campaign(),
                hunted.verdict(),
                hunted.couldBe(),
                hunted.reason(),
                hunted.first(),
                hunted.last(),
                hunted.actors());
    }
}
