// SPDX-License-Identifier: Apache-2.0
package org.tidemark.notify;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tidemark.asset.Server;

/// The last look at a notice before it leaves: asks the owners' lists anew about every server in it, and trusts nothing
/// that was worked out when it was planned. A list may have been corrected since, or a server have moved.
public final class Outbox {
    private final Ownership owners;
    private final Recipients recipients;

    /// What a server is now.
    ///
    /// @param network the number of its autonomous system; null where it is not known
    /// @param vulnerableTo the campaigns that it is vulnerable to, by name
    public record Now(Server server, @Nullable String network, Set<String> vulnerableTo) {
        public Now {
            vulnerableTo = Set.copyOf(vulnerableTo);
        }
    }

    public Outbox(Ownership owners, Recipients recipients) {
        this.owners = owners;
        this.recipients = recipients;
    }

    /// Why a notice must not be sent; empty where it may be. Says nothing about whose servers they are.
    ///
    /// @param now what a server is by its id; empty where the store does not know it any more
    public Optional<String> objection(Notice notice, Function<String, Optional<Now>> now) {
        for (var line : notice.lines()) {
            var server = now.apply(line.server());
            if (server.isEmpty() || !server.get().vulnerableTo().contains(notice.campaign())) {
                return Optional.of("by the last scan a server in it is not vulnerable any more");
            }
            var objection = objection(notice, line, line.where(), line.network())
                    .or(() -> objection(
                            notice, line, server.get().server(), server.get().network()));
            if (objection.isPresent()) {
                return objection;
            }
        }
        return Optional.empty();
    }

    private Optional<String> objection(Notice notice, Notice.Line line, Server where, @Nullable String network) {
        var owned = owners.of(where, network).orElse(null);
        if (owned == null || !owned.owner().name().equals(notice.owner())) {
            return Optional.of("by the lists of today a server in it is not the recipient's");
        }
        if (!recipients.mayBeTold(owned, notice.recipient())) {
            return Optional.of("by the lists of today the recipient is no contact of the owner");
        }
        if (owned.owner().optOut()) {
            return Optional.of("the owner wants no notices");
        }
        return line.suspected() && Recipients.mayEndOn(notice.recipient(), where)
                ? Optional.of("it speaks of signs of a break-in, and the mailbox may lie on the server")
                : Optional.empty();
    }
}
