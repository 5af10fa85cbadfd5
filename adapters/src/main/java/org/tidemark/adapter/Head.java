// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// The beginning of a file, unpacked: what a format is recognised by.
public final class Head {
    /// Enough for a whole record with a page in it: the names that tell a format may stand behind the page.
    public static final int MOST = 1 << 20;

    private static final int START = 32 * 1024;

    private final int length;
    private final Charset charset;
    private final String text;
    private final boolean marked;

    private Head(byte[] bytes, Charset charset) {
        this.length = bytes.length;
        this.charset = charset;
        var whole = new String(bytes, charset);
        this.marked = whole.startsWith("\uFEFF");
        this.text = marked ? whole.substring(1) : whole;
    }

    /// @param bytes at most [#MOST] bytes
    public static Head of(byte[] bytes) {
        return new Head(bytes, charsetOf(bytes));
    }

    /// How many bytes were looked at.
    public int length() {
        return length;
    }

    /// UTF-8, or UTF-16 where a byte order mark or the zero bytes show it.
    public Charset charset() {
        return charset;
    }

    /// How many bytes the byte order mark has; 0 where there is none.
    public int markBytes() {
        if (!marked) {
            return 0;
        }
        return charset.equals(StandardCharsets.UTF_8) ? 3 : 2;
    }

    /// The beginning as text without a byte order mark; bytes that are no text become replacement characters.
    public String text() {
        return text;
    }

    /// The very beginning of the text: where an outermost element or a header stands.
    public String start() {
        return text.substring(0, Math.min(text.length(), START));
    }

    /// Whether lines end with a carriage return alone, as old Macs wrote them and some converters still do.
    boolean hasOldBreaks() {
        return text.indexOf('\r') >= 0 && text.indexOf('\n') < 0;
    }

    /// The first line that is not blank, without its break; cut off where the line is longer than the head.
    public String firstLine() {
        return text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    }

    private static Charset charsetOf(byte[] bytes) {
        if (bytes.length >= 2) {
            int first = bytes[0] & 0xFF;
            int second = bytes[1] & 0xFF;
            if ((first == 0xFF && second == 0xFE) || (first != 0 && second == 0)) {
                return StandardCharsets.UTF_16LE;
            }
            if ((first == 0xFE && second == 0xFF) || (first == 0 && second != 0)) {
                return StandardCharsets.UTF_16BE;
            }
        }
        return StandardCharsets.UTF_8;
    }
}
