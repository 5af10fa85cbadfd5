// SPDX-License-Identifier: Apache-2.0
package org.tidemark.run;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.asset.Server;
import org.tidemark.exposure.Observation;
import org.tidemark.track.Condition;
import org.tidemark.track.Presence;

/// All that is known of one server over time.
///
/// @param places where it was seen and what it called itself, in the order in which that came
/// @param changes what changed about it, oldest first
/// @param sightings every record of it, oldest first
/// @param corrections what somebody said of it
public record ServerHistory(
        String id, List<Place> places, List<Change> changes, List<Seen> sightings, List<Correction> corrections) {
    public ServerHistory {
        places = List.copyOf(places);
        changes = List.copyOf(changes);
        sightings = List.copyOf(sightings);
        corrections = List.copyOf(corrections);
    }

    /// A place that is taken for this server.
    ///
    /// @param id its number, for corrections
    /// @param since the day from which on it is this server
    /// @param because what it has in common with an earlier place; the first one founds the server
    public record Place(String id, Server server, LocalDate since, String because) {}

    /// What a day changed.
    ///
    /// @param before null at first sight
    /// @param presenceBefore see [Presence]
    public record Change(
            LocalDate day, @Nullable Condition before, Condition after, Presence presenceBefore, Presence presence) {}

    /// A record, and the day on which it counts.
    public record Seen(LocalDate day, Observation observation) {}
}
