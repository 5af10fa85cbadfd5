// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.util.List;
import java.util.function.Consumer;
import org.tidemark.adapter.InputReader;
import org.tidemark.adapter.Inputs;
import org.tidemark.adapter.Limits;
import org.tidemark.adapter.Sink;
import org.tidemark.adapter.registry.Formats;
import org.tidemark.exposure.Sighting;
import org.tidemark.fault.Problem;

/// Reads the files that a user named, in their order.
final class Reading {
    private final Invocation invocation;
    private final Answer answer;

    Reading(Invocation invocation, Answer answer) {
        this.invocation = invocation;
        this.answer = answer;
    }

    /// @return how many files inside folders and archives nobody claimed
    long read(List<String> files, Consumer<Sighting> sightings) {
        var inputs = Inputs.of(files, invocation.in());
        inputs.problems().forEach(answer::problem);
        var sink = new Sink() {
            @Override
            public void sighting(Sighting sighting) {
                sightings.accept(sighting);
            }

            @Override
            public void problem(Problem problem) {
                answer.problem(problem);
            }
        };
        var reader = new InputReader(Formats.ALL, Limits.DEFAULT);
        long skipped = inputs.skipped();
        for (var input : inputs.inputs()) {
            skipped += reader.read(input, sink).skipped();
        }
        return skipped;
    }
}
