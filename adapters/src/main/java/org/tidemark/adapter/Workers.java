// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// Threads that work ahead of whoever reads a file; or none, and the reader does it all.
public final class Workers implements AutoCloseable {
    /// No threads: all is done by who asks.
    public static final Workers NONE = new Workers(0);

    private final int threads;
    private final @Nullable ExecutorService executor;

    public Workers(int threads) {
        this.threads = threads;
        this.executor = threads == 0 ? null : Executors.newFixedThreadPool(threads, Workers::thread);
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "reader");
        thread.setDaemon(true);
        return thread;
    }

    @Nullable
    ExecutorService executor() {
        return executor;
    }

    /// How much may be under way at once, so that nobody waits and memory does not grow.
    int mostUnderWay() {
        return threads * 2 + 1;
    }

    @Override
    public void close() {
        if (executor != null) {
            executor.shutdownNow();
        }
    }
}
