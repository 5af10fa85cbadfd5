// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.tidemark.exposure.Observation;
import org.tidemark.fault.Problem;

/// Hands blocks to workers and their results on in the order of the blocks. At most a few blocks are under way, so
/// memory does not grow with the file.
final class OrderedBlocks {
    private final ExecutorService workers;
    private final int most;
    private final Results results;
    private final ArrayDeque<Future<BlockScan.Result>> underWay = new ArrayDeque<>();
    private long lines;

    OrderedBlocks(ExecutorService workers, int threads, Results results) {
        this.workers = workers;
        this.most = threads * 2 + 1;
        this.results = results;
    }

    /// Waits where too many are under way.
    void add(Callable<BlockScan.Result> block) throws IOException {
        if (underWay.size() >= most) {
            handOn();
        }
        underWay.add(workers.submit(block));
    }

    void progress(long bytes) {
        results.progress(bytes);
    }

    /// Waits for all blocks.
    ///
    /// @return how many lines they had
    long finish() throws IOException {
        while (!underWay.isEmpty()) {
            handOn();
        }
        return lines;
    }

    private void handOn() throws IOException {
        var result = take(underWay.remove());
        for (var item : result.results()) {
            switch (item) {
                case Observation observation -> results.observation(observation.linesFurther(lines));
                case Problem problem -> results.problem(further(problem));
                default -> throw new IllegalStateException("no result of reading: " + item);
            }
        }
        results.unread(result.skipped());
        lines += result.lines();
    }

    private Problem further(Problem problem) {
        var place = problem.place();
        var line = place.line();
        return line == null
                ? problem
                : new Problem(
                        new Problem.Place(place.file(), line + lines, place.record(), place.offset()),
                        problem.cause(),
                        problem.cure());
    }

    private static BlockScan.Result take(Future<BlockScan.Result> block) throws IOException {
        try {
            return block.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case Error error -> throw error;
                case IOException io -> throw io;
                case null, default -> throw new IllegalStateException("a block could not be read", e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading", e);
        }
    }
}
