// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds the next of many byte strings, ASCII letters compared without case.
///
/// Four bytes are looked up in a table at every n-th place, where n is three less than the length of the shortest
/// needle: wherever a needle stands, one of the places falls on its first bytes. Only there the needles themselves are
/// compared. Long needles therefore make it fast; what is between two needles is hardly touched.
public final class Needles {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int GRAM = 4;
    private static final int FOLD = 0x20202020;
    private static final int BITS = 16;
    private static final int SPREAD = 0x9E3779B1;

    private final byte[][] needles;
    private final int stride;
    /// One bit a hash: whether some needle has such a gram among its first places.
    private final long[] table = new long[1 << (BITS - 6)];
    /// For each hash the needles and places to compare, as `needle << 8 | place`.
    private final int[][] candidates = new int[1 << BITS][];

    /// @throws IllegalArgumentException where a needle is shorter than four bytes or none is given
    public Needles(List<String> texts) {
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("no needle");
        }
        this.needles = texts.stream().map(Needles::folded).toArray(byte[][]::new);
        int shortest = Arrays.stream(needles).mapToInt(n -> n.length).min().orElseThrow();
        if (shortest < GRAM) {
            throw new IllegalArgumentException("a needle is shorter than four bytes: " + texts);
        }
        this.stride = Math.min(shortest - GRAM + 1, 64);
        for (int n = 0; n < needles.length; n++) {
            for (int place = 0; place < stride; place++) {
                add(hash((int) INT.get(needles[n], place)), n << 8 | place);
            }
        }
    }

    private void add(int hash, int candidate) {
        table[hash >>> 6] |= 1L << hash;
        var old = candidates[hash];
        var grown = new ArrayList<Integer>();
        if (old != null) {
            Arrays.stream(old).forEach(grown::add);
        }
        grown.add(candidate);
        candidates[hash] = grown.stream().mapToInt(Integer::intValue).toArray();
    }

    private static byte[] folded(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] |= 0x20;
        }
        return bytes;
    }

    private static int hash(int gram) {
        return ((gram | FOLD) * SPREAD) >>> (32 - BITS);
    }

    /// The first place at or after `from` where a needle begins, wholly before `to`; `to` where none does.
    ///
    /// Needles that begin before `from` are not seen. The result is some needle's beginning, not always the
    /// leftmost
    /// of two that overlap.
    public int next(byte[] bytes, int from, int to) {
        int last = to - GRAM;
        for (int i = from; i <= last; i += stride) {
            int hash = hash((int) INT.get(bytes, i));
            if ((table[hash >>> 6] & 1L << hash) != 0) {
                int found = compare(bytes, i, from, to, hash);
                if (found >= 0) {
                    return found;
                }
            }
        }
        return to;
    }

    private int compare(byte[] bytes, int at, int from, int to, int hash) {
        for (int candidate : candidates[hash]) {
            var needle = needles[candidate >>> 8];
            int start = at - (candidate & 0xFF);
            if (start >= from && start + needle.length <= to && stands(needle, bytes, start)) {
                return start;
            }
        }
        return -1;
    }

    private static boolean stands(byte[] needle, byte[] bytes, int start) {
        for (int i = 0; i < needle.length; i++) {
            if ((bytes[start + i] | 0x20) != needle[i]) {
                return false;
            }
        }
        return true;
    }
}
