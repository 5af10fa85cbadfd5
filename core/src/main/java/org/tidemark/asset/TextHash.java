// SPDX-License-Identifier: Apache-2.0
package org.tidemark.asset;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Short numbers for texts that come from outside.
public final class TextHash {
    private TextHash() {}

    /// The first 64 bits of the SHA-256 of a text. Nobody can make a text that collides with a given one, which a
    /// faster hash would allow.
    public static long of(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
