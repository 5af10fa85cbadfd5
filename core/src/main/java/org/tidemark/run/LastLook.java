// SPDX-License-Identifier: Apache-2.0
package org.tidemark.run;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.exposure.Observation;
import org.tidemark.exposure.ServerBook;

/// Brings the sightings of one server, oldest first, together into what the last look at it showed.
///
/// Sightings of a product's server are joined as [ServerBook] joins them. Where the newest sighting shows something
/// that is no server of an owner, a service in the cloud say, and nothing else was seen about then, that counts.
public final class LastLook {
    private final ServerBook book = new ServerBook();
    private @Nullable Observation foreign;
    private @Nullable Instant lastKnown;
    private @Nullable Instant lastForeign;

    /// @param at when it was seen, or is taken to have been seen
    public void add(Observation observation, Instant at) {
        if (observation.family() == null) {
            foreign = dated(observation, at);
            lastForeign = at;
        } else {
            book.add(dated(observation, at));
            lastKnown = at;
        }
    }

    /// @throws java.util.NoSuchElementException where nothing was added
    public Observation result() {
        if (foreign != null && lastForeign != null && isOver(lastKnown, lastForeign)) {
            return foreign;
        }
        return book.servers().iterator().next();
    }

    private static boolean isOver(@Nullable Instant known, Instant foreign) {
        return known == null || Duration.between(known, foreign).compareTo(ServerBook.ONE_LOOK) > 0;
    }

    private static Observation dated(Observation seen, Instant at) {
        if (at.equals(seen.seenAt())) {
            return seen;
        }
        return new Observation(
                seen.server(),
                at,
                seen.family(),
                seen.build(),
                seen.product(),
                seen.subject(),
                seen.method(),
                seen.confidence(),
                seen.flags(),
                seen.builds(),
                seen.reason(),
                seen.packages(),
                seen.settings(),
                seen.attributes(),
                seen.source());
    }
}
