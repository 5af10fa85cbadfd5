// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.time.Instant;
import java.util.function.Consumer;
import org.tidemark.export.Exposed;
import org.tidemark.run.Compromise;
import org.tidemark.run.Exposures;
import org.tidemark.run.Knowledge;
import org.tidemark.run.Store;

/// The servers of an export, one at a time, and counts of them.
final class ExportServers {
    private final Store store;
    private final Exposures exposures;
    private long servers;
    private long open;
    private long undecided;
    private long breached;
    private long leftOut;
    private Instant lastSeen = Instant.EPOCH;

    ExportServers(Store store, Knowledge knowledge, ExportTopics topics) {
        this.store = store;
        this.exposures = new Exposures(knowledge, topics::of, Compromise.of(store));
    }

    /// Gives out all servers, those that only hunts know last.
    void each(Consumer<Exposed> sink) {
        store.servers(server -> exposures
                .of(server)
                .ifPresentOrElse(
                        exposed -> {
                            count(exposed);
                            sink.accept(exposed);
                        },
                        () -> leftOut++));
        for (var hunted : exposures.huntedOnly()) {
            count(hunted);
            sink.accept(hunted);
        }
    }

    private void count(Exposed exposed) {
        servers++;
        open += exposed.open().isEmpty() ? 0 : 1;
        undecided += exposed.isUndecided() ? 1 : 0;
        breached += exposed.breaches().isEmpty() ? 0 : 1;
        lastSeen = exposed.lastSeen().isAfter(lastSeen) ? exposed.lastSeen() : lastSeen;
    }

    /// How many files came into the store.
    long imports() {
        return store.files().size();
    }

    /// When a server was last looked at.
    Instant lastSeen() {
        return lastSeen;
    }

    /// The counts for the summary.
    Row counts(Row row) {
        return row.put("servers", servers)
                .put("open", open)
                .put("undecided", undecided)
                .put("compromised", breached)
                .put("leftOut", leftOut);
    }

    long servers() {
        return servers;
    }
}
