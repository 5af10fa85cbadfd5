// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.simulation;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// Files to write to. The compressed ones bear no time, so that the same seed gives the same bytes.
final class Streams {
    private static final int BUFFER = 1 << 16;

    private Streams() {}

    static OutputStream plain(Path file) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
    }

    static OutputStream gzip(Path file) throws IOException {
        return new BufferedOutputStream(new Quick(Files.newOutputStream(file)), BUFFER);
    }

    /// Compresses for speed: a simulation writes gigabytes.
    private static final class Quick extends GZIPOutputStream {
        Quick(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
