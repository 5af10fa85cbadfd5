// SPDX-License-Identifier: Apache-2.0
package org.tidemark.notify;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tidemark.asset.Server;

/// The last look at a notice before it leaves: asks the owners' lists anew about every server in it, and trusts nothing
/// that was worked out when it was planned. A list may have been corrected since, or a server have moved.
public final class Outbox {
    private final Ownership owners;
    private final Recipients recipients;

    /// Where a server is now.
    ///
    /// @param network the number of its autonomous system; null where it is not known
    public record Place(Server server, @Nullable String network) {}

    public Outbox(Ownership owners, Recipients recipients) {
        this.owners = owners;
        this.recipients = recipients;
    }

    /// Why a notice must not be sent; empty where it may be. Says nothing about whose servers they are.
    ///
    /// @param now where a server is by its id; empty where it is gone, and the place that was told counts
    public Optional<String> objection(Notice notice, Function<String, Optional<Place>> now) {
        for (var line : notice.lines()) {
            var told = new Place(line.where(), line.network());
            var objection = objection(notice, line, told)
                    .or(() -> now.apply(line.server()).flatMap(place -> objection(notice, line, place)));
            if (objection.isPresent()) {
                return objection;
            }
        }
        return Optional.empty();
    }

    private Optional<String> objection(Notice notice, Notice.Line line, Place place) {
        var owned = owners.of(place.server(), place.network()).orElse(null);
        if (owned == null || !owned.owner().name().equals(notice.owner())) {
            return Optional.of("by the lists of today a server in it is not the recipient's");
        }
        if (!recipients.mayBeTold(owned, notice.recipient())) {
            return Optional.of("by the lists of today the recipient is no contact of the owner");
        }
        if (owned.owner().optOut()) {
            return Optional.of("the owner wants no notices");
        }
        return line.suspected() && Recipients.mayEndOn(notice.recipient(), place.server())
                ? Optional.of("it speaks of signs of a break-in, and the mailbox may lie on the server")
                : Optional.empty();
    }
}
