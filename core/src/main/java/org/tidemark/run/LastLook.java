// SPDX-License-Identifier: Apache-2.0
package org.tidemark.run;

import java.time.Instant;
import java.util.stream.Stream;
import org.tidemark.exposure.Observation;
import org.tidemark.exposure.ServerBook;

/// Brings the sightings of one server together into what the last look at it showed, as [ServerBook] joins records.
///
/// Where the last look shows that the product is there but not its build, the last one that showed a build counts.
public final class LastLook {
    private final Instant begin;
    private final ServerBook latest = ServerBook.ofOneServer();
    private final ServerBook before = ServerBook.ofOneServer();

    /// @param lastSeen when the server was last seen
    public LastLook(Instant lastSeen) {
        this.begin = lastSeen.minus(ServerBook.ONE_LOOK);
    }

    /// Adds a sighting; the oldest comes first.
    ///
    /// @param at when it was seen, or is taken to have been seen
    public void add(Observation observation, Instant at) {
        if (!at.isBefore(begin)) {
            latest.add(observation.seenAt(at));
        } else if (observation.build() != null) {
            before.add(observation.seenAt(at));
        }
    }

    /// @throws java.util.NoSuchElementException where nothing was added
    public Observation result() {
        var seen = Stream.concat(latest.servers(), before.servers()).toList();
        var last = seen.getFirst();
        return last.family() != null && last.build() == null ? seen.getLast() : last;
    }
}
