// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.Optional;
import org.tidemark.adapter.ContentHash;
import org.tidemark.adapter.Input;
import org.tidemark.adapter.ParallelReader;
import org.tidemark.adapter.Results;
import org.tidemark.exposure.Observation;
import org.tidemark.fault.Problem;
import org.tidemark.run.Imported;
import org.tidemark.run.ScanDeclaration;
import org.tidemark.run.Store;
import org.tidemark.run.Store.Content;

/// Takes files into the store, one after the other.
final class Importing {
    private static final String AGAIN = "Import it again; nothing of it was imported.";

    private final Store store;
    private final ParallelReader reader;
    private final Answer answer;
    private final Progress progress;
    private final Clock clock;
    private long skipped;

    Importing(Store store, ParallelReader reader, Answer answer, Progress progress, Clock clock) {
        this.store = store;
        this.reader = reader;
        this.answer = answer;
        this.progress = progress;
        this.clock = clock;
    }

    /// How many files inside folders and archives no reader claimed.
    long skipped() {
        return skipped;
    }

    /// Takes a file in. Empty where there was nothing to take, or where it could not be; that has then been told.
    Optional<Imported> take(Input input, ScanDeclaration scan) {
        var path = input.path().filter(Files::isRegularFile);
        try {
            return path.isPresent() ? file(path.get(), input, scan) : stream(input, scan);
        } catch (IOException e) {
            answer.problem(Problem.in(input.name(), "This file cannot be read.", "Check that it is there and yours."));
            return Optional.empty();
        }
    }

    /// A file is hashed before it is read: one that is in already costs no more than that.
    private Optional<Imported> file(Path path, Input input, ScanDeclaration scan) throws IOException {
        var before = State.of(path);
        var hash = ContentHash.of(path);
        var known = store.file(hash.sha256());
        if (known.isPresent()) {
            progress.add(hash.bytes());
            known.get().told().forEach(answer::problem);
            return Optional.of(new Imported.AlreadyIn(known.get()));
        }
        try (var taken = store.begin(scan, clock.instant())) {
            var taking = read(input, taken);
            if (!State.of(path).equals(before)) {
                answer.problem(Problem.in(input.name(), "This file changed while it was read.", AGAIN));
                return Optional.empty();
            }
            return finish(taking, taken, hash, input.name());
        }
    }

    private record State(long size, FileTime changed) {
        static State of(Path path) throws IOException {
            return new State(Files.size(path), Files.getLastModifiedTime(path));
        }
    }

    /// What can be read once is hashed while it is read.
    private Optional<Imported> stream(Input input, ScanDeclaration scan) {
        var hashing = new ContentHash.WhileReading(input);
        try (var taken = store.begin(scan, clock.instant())) {
            var taking = read(hashing.input(), taken);
            var hash = hashing.hash();
            return hash.isEmpty() ? Optional.empty() : finish(taking, taken, hash.get(), input.name());
        }
    }

    private Taking read(Input input, Store.Import taken) {
        var taking = new Taking(taken);
        taking.unclaimed = reader.read(input, taking);
        skipped += taking.unclaimed;
        return taking;
    }

    /// A file of which nothing could be read is not recorded: a later version may be able to read it.
    private static Optional<Imported> finish(Taking taking, Store.Import taken, ContentHash hash, String name) {
        if (taking.records == 0 && taking.problems + taking.unclaimed > 0) {
            return Optional.empty();
        }
        return Optional.of(taken.finish(new Content(name, hash.sha256(), hash.bytes(), taking.records)));
    }

    private final class Taking implements Results {
        private final Store.Import taken;
        private long records;
        private long problems;
        private long unclaimed;

        Taking(Store.Import taken) {
            this.taken = taken;
        }

        @Override
        public void observation(Observation observation) {
            records++;
            Reading.unreadVersion(observation).ifPresent(this::problem);
            taken.add(observation);
        }

        @Override
        public void problem(Problem problem) {
            problems++;
            taken.problem(problem);
            answer.problem(problem);
        }

        @Override
        public void unread(long count) {
            records += count;
        }

        @Override
        public void progress(long bytes) {
            progress.add(bytes);
        }
    }
}
