// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/// An archive that can be read from any place and several times: a file where it lies, a small one in memory, any other
/// in a temporary file. That file has a name of our own, may be read by nobody else, and is gone when this is closed.
final class Held implements Closeable {
    private final byte @Nullable [] bytes;
    private @Nullable Path file;
    private boolean temporary;

    private Held(byte @Nullable [] bytes, @Nullable Path file, boolean temporary) {
        this.bytes = bytes;
        this.file = file;
        this.temporary = temporary;
    }

    /// A file where it lies.
    static Held file(Path file) {
        return new Held(null, file, false);
    }

    /// What a stream gives, to its end or up to where it breaks off.
    ///
    /// @param most how much is held in memory
    static Held of(InputStream in, Limits limits, int most) throws IOException {
        int memory = Math.min(most, limits.heldBytes());
        var beginning = in.readNBytes(memory + 1);
        if (beginning.length <= memory) {
            return new Held(beginning, null, false);
        }
        var file = temporary();
        var held = new Held(null, file, true);
        try (var out = Files.newOutputStream(file)) {
            out.write(beginning);
            long left = limits.unpackedBytes() - beginning.length;
            var block = new byte[1 << 16];
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                left -= count;
                if (left < 0) {
                    throw new Budget.LimitReached("it has more than " + limits.unpackedBytes() + " bytes");
                }
                out.write(block, 0, count);
            }
            return held;
        } catch (IOException e) {
            held.close();
            throw e;
        }
    }

    private static Path temporary() throws IOException {
        var file = Files.createTempFile("tidemark-", ".part");
        // For the run that is stopped halfway; closing deletes it in every other case.
        file.toFile().deleteOnExit();
        return file;
    }

    /// The content, to be read from its beginning; each channel has a place of its own.
    SeekableByteChannel channel() throws IOException {
        return file != null ? Files.newByteChannel(file) : new SeekableInMemoryByteChannel(memory());
    }

    InputStream stream() throws IOException {
        return Channels.newInputStream(channel());
    }

    long size() throws IOException {
        return file != null ? Files.size(file) : memory().length;
    }

    /// The content as a file, for a library that takes nothing else.
    Path path() throws IOException {
        var path = file;
        if (path == null) {
            path = temporary();
            file = path;
            temporary = true;
            Files.write(path, memory());
        }
        return path;
    }

    /// The last bytes, at most so many.
    byte[] end(int most) throws IOException {
        try (var channel = channel()) {
            channel.position(Math.max(0, channel.size() - most));
            return Channels.newInputStream(channel).readNBytes(most);
        }
    }

    private byte[] memory() {
        return bytes == null ? new byte[0] : bytes;
    }

    @Override
    public void close() throws IOException {
        if (temporary && file != null) {
            Files.deleteIfExists(file);
        }
    }

    @Override
    public String toString() {
        return file == null ? Arrays.hashCode(bytes) + " in memory" : file.toString();
    }
}
