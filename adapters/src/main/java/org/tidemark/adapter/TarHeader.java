// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// What stands before a member of a tar archive (POSIX ustar, GNU tar): 512 bytes.
///
/// @param size how many bytes follow, before they are filled up to the next block
/// @param type one character: `0` a file, `5` a folder, `1` and `2` links, `x` and `L` what belongs to the next member
record TarHeader(String name, long size, char type) {
    static final int BLOCK = 512;

    private static final int SUM = 148;
    private static final int SUM_LENGTH = 8;

    /// Null where these bytes are no header.
    static @Nullable TarHeader of(byte[] block) {
        if (block.length < BLOCK || number(block, SUM, SUM_LENGTH) != sum(block)) {
            return null;
        }
        long size = number(block, 124, 12);
        var name = text(block, 0, 100);
        var magic = new String(block, 257, 6, StandardCharsets.ISO_8859_1);
        var prefix = magic.equals("ustar\0") ? text(block, 345, 155) : "";
        char type = block[156] == 0 ? '0' : (char) (block[156] & 0xFF);
        return size < 0 ? null : new TarHeader(prefix.isEmpty() ? name : prefix + "/" + name, size, type);
    }

    private static long sum(byte[] block) {
        long sum = SUM_LENGTH * ' ';
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= SUM && i < SUM + SUM_LENGTH ? 0 : block[i] & 0xFF;
        }
        return sum;
    }

    static String text(byte[] block, int from, int most) {
        int to = from;
        while (to < from + most && block[to] != 0) {
            to++;
        }
        return new String(block, from, to - from, StandardCharsets.UTF_8);
    }

    /// Octal digits, or with the highest bit set a number of 256 a digit; negative where it is neither.
    private static long number(byte[] block, int from, int length) {
        if ((block[from] & 0x80) != 0) {
            long value = block[from] & 0x7F;
            for (int i = from + 1; i < from + length; i++) {
                if (value >>> 54 != 0) {
                    return -1;
                }
                value = (value << 8) | (block[i] & 0xFF);
            }
            return value;
        }
        var digits = text(block, from, length).strip();
        long value = 0;
        for (int i = 0; i < digits.length(); i++) {
            char digit = digits.charAt(i);
            if (digit < '0' || digit > '7') {
                return -1;
            }
            value = value * 8 + (digit - '0');
        }
        return digits.isEmpty() ? 0 : value;
    }
}
