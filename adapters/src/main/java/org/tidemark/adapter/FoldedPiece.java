// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// A piece of text that is looked for in bytes, ASCII letters in any case: its rarest byte first, eight places a step.
final class FoldedPiece {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long FOLD = 0x2020202020202020L;
    private static final long LOW = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;
    /// What addresses and names are made of, the frequent first; what is not among it is rare.
    private static final String FREQUENT = "e0a1t2o.i3n-s4r5c6/8d7l9pmuhfbgxyvwk=,:;&jq@%";

    private final byte[] folded;
    private final int place;
    private final long wanted;

    FoldedPiece(String text) {
        this.folded = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < folded.length; i++) {
            folded[i] |= 0x20;
        }
        this.place = rarest(text.toLowerCase(java.util.Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        this.wanted = (folded[place] & 0xFF) * LOW;
    }

    private static int rarest(byte[] text) {
        int rarest = 0;
        for (int i = 1; i < text.length; i++) {
            if (rank(text[i]) > rank(text[rarest])) {
                rarest = i;
            }
        }
        return rarest;
    }

    private static int rank(byte b) {
        int rank = FREQUENT.indexOf(b & 0xFF);
        return rank < 0 ? FREQUENT.length() : rank;
    }

    boolean standsIn(byte[] bytes, int from, int to) {
        int last = to - folded.length + place;
        int at = from + place;
        while (at <= last - 7) {
            // Thirty-two places a step, only to see whether the byte is there.
            while (at <= last - 31
                    && (found(bytes, at) | found(bytes, at + 8) | found(bytes, at + 16) | found(bytes, at + 24)) == 0) {
                at += 32;
            }
            if (at > last - 7) {
                break;
            }
            for (long found = found(bytes, at); found != 0; found &= found - 1) {
                if (isAt(bytes, at + (Long.numberOfTrailingZeros(found) >>> 3) - place)) {
                    return true;
                }
            }
            at += 8;
        }
        for (; at <= last; at++) {
            if ((bytes[at] | 0x20) == folded[place] && isAt(bytes, at - place)) {
                return true;
            }
        }
        return false;
    }

    /// The highest bit of each of eight bytes that is the one looked for, and maybe of bytes after it.
    private long found(byte[] bytes, int at) {
        long x = ((long) LONG.get(bytes, at) | FOLD) ^ wanted;
        return (x - LOW) & ~x & HIGH;
    }

    private boolean isAt(byte[] bytes, int start) {
        for (int i = 0; i < folded.length; i++) {
            if ((bytes[start + i] | 0x20) != folded[i]) {
                return false;
            }
        }
        return true;
    }
}
