// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.tidemark.exposure.Observation;
import org.tidemark.fault.Problem;

/// Hands blocks to workers and what they hold on in the order of the blocks.
final class OrderedBlocks {
    private final InOrder<BlockScan.Result> ordered;
    private final Results results;
    private long lines;

    OrderedBlocks(Workers workers, Results results) {
        this.ordered = new InOrder<>(workers, this::handOn);
        this.results = results;
    }

    /// Waits where too many are under way.
    void add(Callable<BlockScan.Result> block) throws IOException {
        ordered.add(block);
    }

    void progress(long bytes) {
        results.progress(bytes);
    }

    /// Waits for all blocks.
    ///
    /// @return how many lines they had
    long finish() throws IOException {
        ordered.finish();
        return lines;
    }

    private void handOn(BlockScan.Result result) {
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
}
