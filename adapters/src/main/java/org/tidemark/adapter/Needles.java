// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Finds the next of many byte strings, ASCII letters compared without case.
///
/// Four bytes, a *gram*, are looked up in a table at every n-th place, where n is three less than the length of the
/// shortest needle: wherever a needle stands, one of the places falls on one of the n grams that were entered for it.
/// Only there the needles themselves are compared. Long needles therefore make it fast; what is between two needles is
/// hardly touched.
public final class Needles {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int GRAM = 4;
    private static final int FOLD = 0x20202020;
    private static final long FOLD_TWO = 0x2020202020202020L;
    private static final int SHIFT = 16;
    private static final int SPREAD = 0x9E3779B1;
    private static final int MOST_BUCKETS = 127;

    private final byte[][] needles;
    private final int stride;
    /// For each hash of a gram its bucket; 0 where no needle has such a gram.
    private final byte[] buckets = new byte[1 << (Integer.SIZE - SHIFT)];
    /// For each bucket the needles and places to compare, as `needle << 8 | place`.
    private final int[][] candidates = new int[MOST_BUCKETS + 1][];

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
        enter();
    }

    private void enter() {
        var common = new HashMap<Integer, Integer>();
        for (var needle : needles) {
            places(needle).map(place -> gram(needle, place)).distinct().forEach(g -> common.merge(g, 1, Integer::sum));
        }
        int used = 0;
        for (int n = 0; n < needles.length; n++) {
            int first = rarest(needles[n], common);
            for (int place = first; place < first + stride; place++) {
                int hash = hash(gram(needles[n], place));
                if (buckets[hash] == 0) {
                    buckets[hash] = (byte) (1 + used++ % MOST_BUCKETS);
                }
                enter(buckets[hash], n << 8 | place);
            }
        }
    }

    private void enter(int bucket, int candidate) {
        var old = candidates[bucket] == null ? new int[0] : candidates[bucket];
        candidates[bucket] =
                IntStream.concat(Arrays.stream(old), IntStream.of(candidate)).toArray();
    }

    /// Where the grams of a needle begin that other needles have least: what many needles hold is likely to
    /// be a word that the text holds too.
    private int rarest(byte[] needle, Map<Integer, Integer> common) {
        int last = Math.min(needle.length - GRAM, 255) - stride + 1;
        return IntStream.rangeClosed(0, last)
                .boxed()
                .min(Comparator.comparingInt(first -> IntStream.range(first, first + stride)
                        .map(place -> common.get(gram(needle, place)))
                        .sum()))
                .orElseThrow();
    }

    private static IntStream places(byte[] needle) {
        return IntStream.rangeClosed(0, needle.length - GRAM);
    }

    private static byte[] folded(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] |= 0x20;
        }
        return bytes;
    }

    private static int gram(byte[] bytes, int at) {
        return (int) INT.get(bytes, at) | FOLD;
    }

    private static int hash(int gram) {
        return (gram * SPREAD) >>> SHIFT;
    }

    /// The first place at or after `from` where a needle begins, wholly before `to`; `to` where none does.
    ///
    /// Needles that begin before `from` are not seen. The result is some needle's beginning, not always the
    /// leftmost of two that overlap.
    public int next(byte[] bytes, int from, int to) {
        int at = nextGram(bytes, from, to);
        while (at < to) {
            int found = compare(bytes, at, from, to);
            if (found >= 0) {
                return found;
            }
            at = nextGram(bytes, at + stride, to);
        }
        return to;
    }

    /// Whether any needle that stands between two places is as wanted. Each occurrence is asked for once, in no
    /// certain order.
    ///
    /// @param wanted takes the place of the needle among those given
    public boolean any(byte[] bytes, int from, int to, IntPredicate wanted) {
        for (int at = nextGram(bytes, from, to); at < to; at = nextGram(bytes, at + stride, to)) {
            for (int candidate : candidates[buckets[hash(gram(bytes, at))]]) {
                var needle = needles[candidate >>> 8];
                int start = at - (candidate & 0xFF);
                boolean stands = start >= from && start + needle.length <= to && stands(needle, bytes, start);
                if (stands && wanted.test(candidate >>> 8)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// The next place, a multiple of the stride further, of a gram that some needle has; `to` where there is none.
    ///
    /// Nearly all of the time of reading a scan goes here. It calls nothing that the compiler would take in,
    /// so what it learns late of the comparing of needles does not make it compile this again.
    private int nextGram(byte[] bytes, int from, int to) {
        int i = switch (stride) {
            case 1 -> from;
            case 2 -> passTwos(bytes, from, to);
            case GRAM -> passFours(bytes, from, to);
            default -> passMore(bytes, from, to);
        };
        var table = buckets;
        int step = stride;
        for (; i <= to - GRAM; i += step) {
            if (table[hash(gram(bytes, i))] != 0) {
                return i;
            }
        }
        return to;
    }

    /// Passes by what has no gram at every fourth byte, four grams a step.
    private int passFours(byte[] bytes, int from, int to) {
        var table = buckets;
        int i = from;
        for (; i <= to - 4 * GRAM; i += 4 * GRAM) {
            long two = (long) LONG.get(bytes, i) | FOLD_TWO;
            long more = (long) LONG.get(bytes, i + 8) | FOLD_TWO;
            int any = table[hash((int) two)]
                    | table[hash((int) (two >>> 32))]
                    | table[hash((int) more)]
                    | table[hash((int) (more >>> 32))];
            if (any != 0) {
                break;
            }
        }
        return i;
    }

    /// Passes by what has no gram at every second byte, six grams a step: three of each eight bytes.
    private int passTwos(byte[] bytes, int from, int to) {
        var table = buckets;
        int i = from;
        for (; i <= to - 14; i += 12) {
            long three = (long) LONG.get(bytes, i) | FOLD_TWO;
            long more = (long) LONG.get(bytes, i + 6) | FOLD_TWO;
            int any = table[hash((int) three)]
                    | table[hash((int) (three >>> 16))]
                    | table[hash((int) (three >>> 32))]
                    | table[hash((int) more)]
                    | table[hash((int) (more >>> 16))]
                    | table[hash((int) (more >>> 32))];
            if (any != 0) {
                break;
            }
        }
        return i;
    }

    /// Passes by what has no gram at any other distance, four grams a step.
    private int passMore(byte[] bytes, int from, int to) {
        var table = buckets;
        int step = stride;
        int i = from;
        for (; i <= to - 3 * step - GRAM; i += 4 * step) {
            int any = table[hash(gram(bytes, i))]
                    | table[hash(gram(bytes, i + step))]
                    | table[hash(gram(bytes, i + 2 * step))]
                    | table[hash(gram(bytes, i + 3 * step))];
            if (any != 0) {
                break;
            }
        }
        return i;
    }

    private int compare(byte[] bytes, int at, int from, int to) {
        for (int candidate : candidates[buckets[hash(gram(bytes, at))]]) {
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
