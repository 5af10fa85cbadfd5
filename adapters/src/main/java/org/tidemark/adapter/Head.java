// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// The beginning of a file, unpacked: what a format is recognised by.
///
/// @param bytes at most [#MOST] bytes
/// @param charset UTF-8, or UTF-16 where a byte order mark or the zero bytes show it
public record Head(byte[] bytes, Charset charset) {
    public static final int MOST = 64 * 1024;

    /// The beginning as text without a byte order mark; bytes that are no text become replacement characters.
    public String text() {
        var text = new String(bytes, charset);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /// The first line that is not blank, without its break; cut off where the line is longer than the head.
    public String firstLine() {
        return text().lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    }

    public static Head of(byte[] bytes) {
        return new Head(bytes, charsetOf(bytes));
    }

    private static Charset charsetOf(byte[] bytes) {
        if (bytes.length >= 2) {
            int first = bytes[0] & 0xFF;
            int second = bytes[1] & 0xFF;
            if (first == 0xFF && second == 0xFE || first != 0 && second == 0) {
                return StandardCharsets.UTF_16LE;
            }
            if (first == 0xFE && second == 0xFF || first == 0 && second != 0) {
                return StandardCharsets.UTF_16BE;
            }
        }
        return StandardCharsets.UTF_8;
    }
}
