// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/// Hands work to threads and its results on in the order in which the work was given.
///
/// @param <R> what the work gives
public final class InOrder<R> {
    private final Workers workers;
    private final Taking<R> taking;
    private final ArrayDeque<Future<R>> underWay = new ArrayDeque<>();

    /// Takes results, one after the other.
    ///
    /// @param <R> the result
    public interface Taking<R> {
        void take(R result) throws IOException;
    }

    public InOrder(Workers workers, Taking<R> taking) {
        this.workers = workers;
        this.taking = taking;
    }

    /// Waits where too much is under way.
    public void add(Callable<R> work) throws IOException {
        var executor = workers.executor();
        if (executor == null) {
            taking.take(now(work));
            return;
        }
        if (underWay.size() >= workers.mostUnderWay()) {
            handOn();
        }
        underWay.add(executor.submit(work));
    }

    private R now(Callable<R> work) throws IOException {
        try {
            return work.call();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("work failed", e);
        }
    }

    /// Waits for all.
    public void finish() throws IOException {
        while (!underWay.isEmpty()) {
            handOn();
        }
    }

    private void handOn() throws IOException {
        taking.take(result(underWay.remove()));
    }

    private static <R> R result(Future<R> work) throws IOException {
        try {
            return work.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case Error error -> throw error;
                case IOException io -> throw io;
                case null, default -> throw new IllegalStateException("a part could not be read", e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading", e);
        }
    }
}
