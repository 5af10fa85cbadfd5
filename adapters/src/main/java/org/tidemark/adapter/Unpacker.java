// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.function.Consumer;
import org.tidemark.fault.Problem;

/// Takes off what is packed around files, layer by layer, and hands each file to a reader.
///
/// Nothing is unpacked to disk by a name that stands in an archive. An archive inside another that is too large for
/// memory lies in a temporary file while it is read.
final class Unpacker {
    /// More layers than anybody packs on purpose.
    static final int DEEPEST = 6;

    private final MemberReader reader;
    private final Budget budget;
    private final Passwords passwords;
    private final Consumer<Problem> problems;

    Unpacker(MemberReader reader, Limits limits, Passwords passwords, Consumer<Problem> problems) {
        this.reader = reader;
        this.budget = new Budget(limits);
        this.passwords = passwords;
        this.problems = problems;
    }

    /// Reads one input to its end, or up to where it cannot be read on.
    ///
    /// @param name its name in the folder that it was found in
    /// @return how many files inside an archive no reader claimed
    long read(Input input, String name, Surroundings around) {
        var spot = new Spot(input.name(), input.name(), name, input.named(), around);
        try (var opened = input.open()) {
            var in = Peeked.of(opened, Packing.MAGIC);
            var packing = packing(in, spot);
            var path = input.path();
            if (packing.isArchive() && path.isPresent() && Files.isRegularFile(path.get())) {
                budget.addPacked(Files.size(path.get()));
                try (var held = Held.file(path.get())) {
                    return new Archive(this, 1).read(held, packing, spot);
                }
            }
            if (path.isEmpty() || !Files.isRegularFile(path.get())) {
                return read(budget.packed(in), spot, 0);
            }
            long size = Files.size(path.get());
            if (reader.isRepeated(spot, size, input::again)) {
                return 0;
            }
            reader.remember(spot, size, input::again);
            return read(budget.packed(in), spot, 0);
        } catch (IOException e) {
            tell(spot, e);
            return 0;
        }
    }

    private Packing packing(Peeked in, Spot spot) {
        return reader.isWhole(spot) ? Packing.NONE : Packing.of(in.head());
    }

    /// A file that cannot be read on.
    void tell(Spot spot, IOException e) {
        var problem = InputReader.unreadable(Problem.Place.file(spot.file()), e);
        problems.accept(problem);
        reader.brokeOff(spot, problem.cause());
    }

    /// Reads one file, whatever is packed around it.
    ///
    /// @param depth how many layers were taken off before
    long read(InputStream raw, Spot spot, int depth) throws IOException {
        var in = Peeked.of(raw, Packing.MAGIC);
        var packing = packing(in, spot);
        if (packing != Packing.NONE && depth >= DEEPEST) {
            problems.accept(Problem.in(
                    spot.file(),
                    "This is packed more than " + DEEPEST + " times over.",
                    "Unpack the outer layers and name what was inside."));
            return 0;
        }
        if (packing.isArchive()) {
            try (var held = Held.of(budget.unpacked(in), budget.limits(), Integer.MAX_VALUE - 8)) {
                return new Archive(this, depth + 1).read(held, packing, spot);
            }
        }
        if (packing != Packing.NONE) {
            return read(packing.unpack(in), spot, depth + 1);
        }
        return reader.read(Peeked.of(budget.unpacked(in), Head.MOST), spot);
    }

    MemberReader reader() {
        return reader;
    }

    Budget budget() {
        return budget;
    }

    Passwords passwords() {
        return passwords;
    }

    void problem(Problem problem) {
        problems.accept(problem);
    }
}
