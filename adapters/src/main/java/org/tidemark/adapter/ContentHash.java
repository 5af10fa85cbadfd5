// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The SHA-256 of an input's bytes as they lie on disk or come in, packed or not.
///
/// @param sha256 lower-case hex
/// @param bytes how many bytes there were
public record ContentHash(String sha256, long bytes) {
    private static final int BUFFER = 1 << 18;

    /// Hashes a file.
    public static ContentHash of(Path file) throws IOException {
        var digest = digest();
        var buffer = new byte[BUFFER];
        long bytes = 0;
        try (var in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
                bytes += count;
            }
        }
        return new ContentHash(HexFormat.of().formatHex(digest.digest()), bytes);
    }

    /// A SHA-256 to be fed.
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// Hashes an input that can be read once, while it is read.
    public static final class WhileReading {
        private final Input input;
        private @Nullable ContentHash hash;

        public WhileReading(Input input) {
            this.input = input.through(Hashed::new);
        }

        /// The input to read in place of the other.
        public Input input() {
            return input;
        }

        /// The hash; empty before the input was read, and where it could not be read to its end.
        public Optional<ContentHash> hash() {
            return Optional.ofNullable(hash);
        }

        private final class Hashed extends WatchedStream {
            private final MessageDigest digest = digest();
            private long bytes;

            Hashed(InputStream in) {
                super(in);
            }

            @Override
            protected void seen(byte[] from, int at, int count) {
                digest.update(from, at, count);
                bytes += count;
            }

            /// A reader may stop early, at the end of an XML document say: the rest is part of the file too.
            @Override
            public void close() throws IOException {
                if (hash == null) {
                    var rest = new byte[BUFFER];
                    while (read(rest, 0, rest.length) >= 0) {
                        // Hashed by reading.
                    }
                    hash = new ContentHash(HexFormat.of().formatHex(digest.digest()), bytes);
                }
                in.close();
            }
        }
    }
}
