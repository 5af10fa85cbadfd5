// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tidemark.exposure.Observation;
import org.tidemark.exposure.Sighting;
import org.tidemark.fault.Problem;

/// Reads inputs with several threads: files of one record a line in blocks, all others as [InputReader] does.
///
/// The answer is the same for any number of threads, and the same as that of [InputReader].
public final class ParallelReader implements AutoCloseable {
    /// Smaller files are not worth handing around.
    private static final long WORTHWHILE = 1 << 20;

    private final InputReader reader;
    private final Limits limits;
    private final Function<Sighting, Observation> identify;
    private final @Nullable Needles needles;
    private final Workers workers;

    /// @param identify called from several threads at once
    /// @param needles byte strings of which one is in every record worth reading; empty to read all records
    public ParallelReader(
            InputReader reader,
            Limits limits,
            Function<Sighting, Observation> identify,
            Optional<Needles> needles,
            int threads) {
        this.reader = reader;
        this.limits = limits;
        this.identify = identify;
        this.needles = needles.orElse(null);
        this.workers = new Workers(threads);
    }

    /// Reads one input to its end, or up to where it cannot be read on.
    ///
    /// @return how many files inside a folder or archive no reader claimed
    public long read(Input input, Results results) {
        var path = input.path().filter(Files::isRegularFile);
        if (path.isEmpty() || !inBlocks(path.get(), input, results)) {
            return reader.read(input, new Plain(results)).skipped();
        }
        return 0;
    }

    /// Whether the file is of one record a line and was read so.
    private boolean inBlocks(Path path, Input input, Results results) {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ);
                var raw = Files.newInputStream(path)) {
            if (channel.size() < WORTHWHILE) {
                return false;
            }
            var magic = Peeked.of(raw, Packing.MAGIC);
            var packing = Packing.of(magic.head());
            if (packing.isArchive()) {
                return false;
            }
            var budget = new Budget(limits);
            var unpacked = budget.unpacked(packing.unpack(budget.packed(magic)));
            var peeked = Peeked.of(unpacked, Head.MOST);
            var head = Head.of(peeked.head());
            var format = reader.recognise(head);
            if (head.markBytes() > 0
                    || !head.charset().equals(java.nio.charset.StandardCharsets.UTF_8)
                    || !(format.orElse(null) instanceof LineFormat lines)) {
                return false;
            }
            var scan = new BlockScan(lines, input.name(), needlesFor(lines), identify, limits);
            var ordered = new OrderedBlocks(workers, results);
            if (packing == Packing.NONE) {
                new FileBlocks(channel, scan).feed(ordered);
            } else {
                feed(peeked, input, scan, ordered, results, channel.size());
            }
            return true;
        } catch (IOException e) {
            results.problem(InputReader.unreadable(Problem.Place.file(input.name()), e));
            return true;
        }
    }

    private static void feed(
            InputStream in, Input input, BlockScan scan, OrderedBlocks ordered, Results results, long size)
            throws IOException {
        var blocks = new StreamBlocks(in, scan);
        try {
            blocks.feed(ordered);
        } catch (IOException e) {
            long line = ordered.finish();
            results.problem(InputReader.unreadable(Problem.Place.line(input.name(), line + 1, blocks.reached()), e));
        }
        results.progress(size);
    }

    private @Nullable Needles needlesFor(LineFormat format) {
        return format.skipsByNeedles() ? needles : null;
    }

    @Override
    public void close() {
        workers.close();
    }

    /// Takes what the plain reader gives.
    private final class Plain implements Sink {
        private final Results results;

        Plain(Results results) {
            this.results = results;
        }

        @Override
        public void sighting(Sighting sighting) {
            results.observation(identify.apply(sighting));
        }

        @Override
        public void problem(Problem problem) {
            results.problem(problem);
        }
    }
}
