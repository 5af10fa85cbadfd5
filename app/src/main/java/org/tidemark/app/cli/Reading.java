// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tidemark.adapter.InputReader;
import org.tidemark.adapter.Inputs;
import org.tidemark.adapter.Limits;
import org.tidemark.adapter.Needles;
import org.tidemark.adapter.ParallelReader;
import org.tidemark.adapter.Results;
import org.tidemark.adapter.registry.Formats;
import org.tidemark.exposure.Identifier;
import org.tidemark.exposure.Observation;
import org.tidemark.exposure.Sighting;
import org.tidemark.fault.Problem;

/// Reads the files that a user named, in their order, with progress on standard error.
final class Reading {
    private final Invocation invocation;
    private final Answer answer;
    private final Identifier identifier;
    private final boolean knownOnly;

    /// @param knownOnly whether records of nothing that a pack knows may stay unread; they are only counted
    Reading(Invocation invocation, Answer answer, Identifier identifier, boolean knownOnly) {
        this.invocation = invocation;
        this.answer = answer;
        this.identifier = identifier;
        this.knownOnly = knownOnly;
    }

    /// What was left aside.
    ///
    /// @param unread records that hold nothing a pack could recognise
    /// @param skipped files inside folders and archives that no reader claimed
    record Aside(long unread, long skipped) {}

    Aside read(List<String> files, Consumer<Observation> observations) {
        var inputs = Inputs.of(files, invocation.in());
        inputs.problems().forEach(answer::problem);
        try (var progress = answer.progress("reading", Progress.sizeOf(inputs));
                var reader = reader(identifier, knownOnly)) {
            var taking = new Taking(observations, progress);
            long skipped = inputs.skipped();
            for (var input : inputs.inputs()) {
                skipped += reader.read(input, taking);
            }
            return new Aside(taking.unread, skipped);
        }
    }

    /// A reader of all known formats.
    static ParallelReader reader(Identifier identifier, boolean knownOnly) {
        var needles = identifier.needles();
        return new ParallelReader(
                new InputReader(Formats.ALL, Limits.DEFAULT),
                Limits.DEFAULT,
                identifier::identify,
                knownOnly && !needles.isEmpty() ? Optional.of(new Needles(needles)) : Optional.empty(),
                Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 16));
    }

    /// What an observation leaves unsaid because the record states a version that no loaded pack knows.
    static Optional<Problem> unreadVersion(Observation observation) {
        return Optional.ofNullable(observation.attributes().get(Identifier.UNREAD_VERSION))
                .map(text -> unreadVersion(observation.source(), text));
    }

    private static Problem unreadVersion(Sighting.Source source, String text) {
        return new Problem(
                new Problem.Place(source.file(), source.line(), null, null),
                "'" + (text.length() > 60 ? text.substring(0, 60) + "…" : text)
                        + "' is no build of a product that a loaded knowledge pack knows.",
                "Correct the version, or load a pack that knows the product.");
    }

    private final class Taking implements Results {
        private final Consumer<Observation> observations;
        private final Progress progress;
        private long unread;

        Taking(Consumer<Observation> observations, Progress progress) {
            this.observations = observations;
            this.progress = progress;
        }

        @Override
        public void observation(Observation observation) {
            unreadVersion(observation).ifPresent(answer::problem);
            observations.accept(observation);
        }

        @Override
        public void problem(Problem problem) {
            answer.problem(problem);
        }

        @Override
        public void unread(long records) {
            unread += records;
        }

        @Override
        public void progress(long bytes) {
            progress.add(bytes);
        }
    }
}
