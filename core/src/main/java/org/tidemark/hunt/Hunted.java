// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The verdict on one server and campaign.
///
/// @param campaign the campaign's name; null for findings of no campaign
/// @param reason sentences: what carries the verdict, and what it does not cover
/// @param couldBe the higher grade that missing or cut-off evidence leaves open; null where none does
/// @param settledBy the evidence that would settle it
/// @param first the time of the first finding that counts; null where none has a time
/// @param actors addresses of the findings at the verdict's grade
/// @param consistentWith groups that values in the findings were published with; a possibility, and no
///     attribution
/// @param notCovered kinds that the campaign's rules read and of which nothing came
public record Hunted(
        String server,
        @Nullable String campaign,
        Stage verdict,
        String reason,
        @Nullable Stage couldBe,
        List<String> settledBy,
        @Nullable Instant first,
        @Nullable Instant last,
        List<String> actors,
        List<String> consistentWith,
        List<Kind> notCovered) {
    public Hunted {
        settledBy = List.copyOf(settledBy);
        actors = List.copyOf(actors);
        consistentWith = List.copyOf(consistentWith);
        notCovered = List.copyOf(notCovered);
    }
}
