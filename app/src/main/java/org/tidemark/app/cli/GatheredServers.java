// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.duckdb.DuckDbStore;
import org.tidemark.exposure.Observation;
import org.tidemark.exposure.ServerBook;
import org.tidemark.fault.ErrorCode;
import org.tidemark.fault.TidemarkException;
import org.tidemark.run.Knowledge;
import org.tidemark.run.ScanDeclaration;
import org.tidemark.run.Store;

/// The servers of an answer that needs no store of the user's: in memory while they are few, in a store of their own
/// for the length of the command when they become many.
final class GatheredServers implements AutoCloseable {
    /// About a kilobyte each; this leaves three quarters of the memory to everything else.
    static final int MOST_IN_MEMORY = (int) Math.min(Runtime.getRuntime().maxMemory() / 4096, 2_000_000);

    private final Invocation invocation;
    private final Knowledge knowledge;
    private final int most;
    private ServerBook book = new ServerBook();
    private @Nullable Path folder;
    private @Nullable Instant begunAt;
    private @Nullable Store store;
    private Store.@Nullable Import taking;

    GatheredServers(Invocation invocation, Knowledge knowledge, int most) {
        this.invocation = invocation;
        this.knowledge = knowledge;
        this.most = most;
    }

    void add(Observation observation) {
        if (taking != null) {
            taking.add(observation);
            return;
        }
        book.add(observation);
        if (book.size() > most) {
            moveToStore();
        }
    }

    private void moveToStore() {
        try {
            var made = Files.createTempDirectory("tidemark-servers-");
            folder = made;
            // Closing is what removes it; this is for who stops the run halfway.
            Runtime.getRuntime().addShutdownHook(atExit(made));
            var opened = DuckDbStore.open(made, knowledge);
            store = opened;
            // The store gives records without a time this one; it keeps no finer parts.
            var now = invocation.clock().instant().truncatedTo(ChronoUnit.MICROS);
            begunAt = now;
            var begun = opened.begin(ScanDeclaration.NOTHING, now);
            taking = begun;
            book.records().forEach(begun::add);
            book = new ServerBook();
        } catch (IOException e) {
            throw new TidemarkException(
                    ErrorCode.EXTERNAL, "A folder for temporary files cannot be made: " + e.getMessage(), e);
        }
    }

    /// Gives out one observation for each server, once.
    void each(Consumer<Observation> servers) {
        if (taking == null || store == null) {
            book.servers().forEach(servers);
            return;
        }
        taking.finish(new Store.Content("gathered", "gathered", 0, 0));
        store.servers(server -> servers.accept(asRead(server.latest())));
    }

    private Observation asRead(Observation observation) {
        var time = observation.seenAt();
        return time != null && time.equals(begunAt) ? observation.seenAt(null) : observation;
    }

    @Override
    public void close() {
        if (taking != null) {
            taking.close();
        }
        if (store != null) {
            store.close();
        }
        if (folder != null) {
            delete(folder);
        }
    }

    private static Thread atExit(Path folder) {
        return new Thread(() -> {
            if (Files.exists(folder)) {
                delete(folder);
            }
        });
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new TidemarkException(
                    ErrorCode.EXTERNAL, "The temporary folder " + folder + " cannot be removed: " + e.getMessage(), e);
        }
    }
}
