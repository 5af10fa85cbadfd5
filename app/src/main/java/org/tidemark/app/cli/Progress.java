// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.tidemark.adapter.Inputs;

/// One line on standard error that says how far long work is, how fast it goes and how long it still takes. Only on a
/// terminal, and only for work of more than two seconds.
final class Progress implements AutoCloseable {
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration STEP = Duration.ofMillis(200);
    private static final double MEGABYTE = 1e6;

    private final String what;
    private final long all;
    private final PrintWriter err;
    private final Clock clock;
    private final boolean shown;
    private final Instant begun;
    private Instant told;
    private long done;
    private boolean written;

    /// @param all how many bytes there are; 0 where nobody knows
    /// @param shown whether to show anything at all
    Progress(String what, long all, PrintWriter err, Clock clock, boolean shown) {
        this.what = what;
        this.all = all;
        this.err = err;
        this.clock = clock;
        this.shown = shown;
        this.begun = clock.instant();
        this.told = begun.plus(QUIET);
    }

    /// The size of all files together; standard input counts nothing.
    static long sizeOf(Inputs inputs) {
        long size = 0;
        for (var input : inputs.inputs()) {
            if (input.path().isPresent()) {
                try {
                    size += Files.size(input.path().get());
                } catch (IOException e) {
                    // A file without a size is told when it is read; progress alone is no reason to stop.
                    size += 0;
                }
            }
        }
        return size;
    }

    void add(long bytes) {
        done += bytes;
        if (!shown) {
            return;
        }
        var now = clock.instant();
        if (now.isAfter(told.plus(STEP))) {
            told = now;
            written = true;
            err.print("\r" + line(Duration.between(begun, now)) + "\u001B[K");
            err.flush();
        }
    }

    private String line(Duration taken) {
        double seconds = Math.max(taken.toMillis() / 1000.0, 0.001);
        double rate = done / seconds;
        var text = "%s: %,.0f MB, %,.0f MB/s".formatted(what, done / MEGABYTE, rate / MEGABYTE);
        if (all <= 0 || rate <= 0) {
            return text;
        }
        return text + ", %d %%, %s left".formatted(Math.min(100, done * 100 / all), left((long) ((all - done) / rate)));
    }

    private static String left(long seconds) {
        long left = Math.max(seconds, 0);
        return left < 60
                ? left + " s"
                : left < 3600 ? left / 60 + " min" : left / 3600 + " h " + left / 60 % 60 + " min";
    }

    @Override
    public void close() {
        if (written) {
            err.print("\r\u001B[K");
            err.flush();
        }
    }
}
