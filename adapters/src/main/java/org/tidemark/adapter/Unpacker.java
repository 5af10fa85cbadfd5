// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.tidemark.fault.Problem;

/// Takes off what is packed around files, layer by layer, and hands each file to a reader. Nothing is unpacked to disk.
final class Unpacker {
    /// More layers than anybody packs on purpose.
    static final int DEEPEST = 6;

    private final MemberReader reader;
    private final Budget budget;
    private final Consumer<Problem> problems;

    Unpacker(MemberReader reader, Limits limits, Consumer<Problem> problems) {
        this.reader = reader;
        this.budget = new Budget(limits);
        this.problems = problems;
    }

    /// Reads one input to its end, or up to where it cannot be read on.
    ///
    /// @return how many files inside an archive no reader claimed
    long read(Input input) {
        try (var opened = input.open()) {
            var in = Peeked.of(opened, Packing.MAGIC);
            return Packing.of(in.head()).isArchive()
                    ? new Archive(this, 1).read(input, in)
                    : read(budget.packed(in), input.name(), input.named(), 0);
        } catch (IOException e) {
            problems.accept(InputReader.unreadable(Problem.Place.file(input.name()), e));
            return 0;
        }
    }

    /// Reads one file, whatever is packed around it.
    ///
    /// @param depth how many layers were taken off before
    long read(InputStream raw, String file, boolean named, int depth) throws IOException {
        var in = Peeked.of(raw, Packing.MAGIC);
        var packing = Packing.of(in.head());
        if (packing != Packing.NONE && depth >= DEEPEST) {
            problems.accept(Problem.in(
                    file,
                    "This is packed more than " + DEEPEST + " times over.",
                    "Unpack the outer layers and name what was inside."));
            return 0;
        }
        if (packing.isArchive()) {
            return new Archive(this, depth + 1).read(Input.member(file, named), budget.unpacked(in));
        }
        if (packing != Packing.NONE) {
            return read(packing.unpack(in), file, named, depth + 1);
        }
        return reader.read(Peeked.of(budget.unpacked(in), Head.MOST), file, named);
    }

    Budget budget() {
        return budget;
    }

    void problem(Problem problem) {
        problems.accept(problem);
    }

    /// Says of a file that somebody asked for that nobody knows what it is.
    void unknown(String file) {
        problems.accept(reader.unknown(file));
    }
}
