// SPDX-License-Identifier: Apache-2.0
package org.tidemark.export;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tidemark.advisory.CveId;
import org.tidemark.asset.Address;

/// Gathers which flaws are open or undecided on any server, and whether one of these servers can be reached from the
/// internet. Its size grows with the flaws and not with the servers.
public final class OpenQuestions implements Consumer<Exposed> {
    private final Map<Key, Boolean> reached = new HashMap<>();

    private record Key(String family, CveId cve) {}

    @Override
    public void accept(Exposed exposed) {
        var family = exposed.latest().family();
        if (family == null) {
            return;
        }
        boolean isReached = isReached(exposed);
        for (var flaw : exposed.flaws()) {
            if (!flaw.verdict().isSettledSafe()) {
                reached.merge(new Key(family, flaw.cve()), isReached, Boolean::logicalOr);
            }
        }
    }

    /// Whoever sees a server at a public address and port sees it from the internet. Of any other nobody knows.
    private static boolean isReached(Exposed exposed) {
        var server = exposed.server();
        return server.ip() != null && server.port() != null && Address.isGlobal(server.ip());
    }

    /// Whether a server with the flaw was seen from the internet; false where nobody knows, empty where no
    /// server has it.
    public Optional<Boolean> reached(String family, CveId cve) {
        return Optional.ofNullable(reached.get(new Key(family, cve)));
    }
}
