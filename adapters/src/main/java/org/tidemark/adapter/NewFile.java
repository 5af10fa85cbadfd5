// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/// A file that is there as a whole, or not at all: written beside its place and moved there at the end.
///
/// What stood in its place stays until then, and for good where the writing is broken off.
public final class NewFile implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path place;
    private final Path beside;
    private final OutputStream out;
    private boolean finished;

    private NewFile(Path place, Path beside, OutputStream out) {
        this.place = place;
        this.beside = beside;
        this.out = out;
    }

    public static NewFile at(Path place) throws IOException {
        var beside = place.resolveSibling("." + place.getFileName() + "." + UUID.randomUUID() + ".part");
        var out = Files.newOutputStream(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return new NewFile(place, beside, new BufferedOutputStream(out, BUFFER));
    }

    /// Where to write. Closing it finishes nothing.
    public OutputStream out() {
        return out;
    }

    /// Puts the file in its place.
    public void finish() throws IOException {
        out.close();
        try {
            Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            // The file is whole, only its appearing takes two steps there.
            Files.move(beside, place, StandardCopyOption.REPLACE_EXISTING);
        }
        finished = true;
    }

    /// Leaves nothing behind, unless it is finished.
    @Override
    public void close() throws IOException {
        if (!finished) {
            out.close();
            Files.deleteIfExists(beside);
        }
    }
}
