// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/// Runs what an archive may make to last for ever, and gives it up after a while.
///
/// How often a 7z archive hashes a password stands in the archive, up to 2^62 times, and no library can be asked
/// beforehand. What was given up goes on in a thread that ends with the program; after a few of them nothing
/// more is begun.
final class Patience {
    private static final int SECONDS = 30;
    private static final int MOST_GIVEN_UP = 2;
    private static final AtomicInteger GIVEN_UP = new AtomicInteger();

    private final int seconds;

    Patience() {
        this(SECONDS);
    }

    Patience(int seconds) {
        this.seconds = seconds;
    }

    <T> T with(Callable<T> work) throws IOException {
        if (GIVEN_UP.get() >= MOST_GIVEN_UP) {
            throw new IOException("passwords of such archives are no longer tried: others took too long");
        }
        var task = new FutureTask<>(work);
        Thread.ofPlatform().daemon().name("password").start(task);
        try {
            return task.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            GIVEN_UP.incrementAndGet();
            throw new IOException("its password takes more than " + seconds + " seconds to try", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException fault -> throw fault;
                case RuntimeException fault -> throw new IOException("it is damaged: " + fault, fault);
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }
}
