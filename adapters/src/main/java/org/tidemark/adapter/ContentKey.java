// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.SecureRandom;

/// A number for a content, by which two contents of one size are told apart.
///
/// The bytes are the coefficients of a polynomial over the numbers below 2^61 - 1, taken at a secret place:
/// whatever the
/// contents are, two that differ have the same number with a chance of one in 2^32 for each gibibyte, and who does not
/// know the secret cannot make two that have (Carter and Wegman, 1979). Several times as fast as a cryptographic hash,
/// which matters where every byte of a hunt goes through it.
final class ContentKey {
    private static final long PRIME = (1L << 61) - 1;
    private static final int WIDTH = 7;
    private static final long MASK = (1L << (8 * WIDTH)) - 1;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final long place;
    private long sum = 1;
    private long rest;
    private int restBytes;

    /// The place; one for all contents that are to be held against each other.
    record Secret(long place) {
        static Secret random() {
            return new Secret((new SecureRandom().nextLong() >>> 4) | 1);
        }
    }

    ContentKey(Secret secret) {
        this.place = secret.place();
    }

    void add(byte[] bytes, int from, int length) {
        int at = from;
        int end = from + length;
        while (at < end && restBytes > 0) {
            single(bytes[at++]);
        }
        for (; at + Long.BYTES <= end; at += WIDTH) {
            step((long) LONG.get(bytes, at) & MASK);
        }
        while (at < end) {
            single(bytes[at++]);
        }
    }

    private void single(byte b) {
        rest |= (b & 0xFFL) << (8 * restBytes);
        restBytes++;
        if (restBytes == WIDTH) {
            step(rest);
            rest = 0;
            restBytes = 0;
        }
    }

    private void step(long word) {
        long high = Math.multiplyHigh(sum, place);
        long low = sum * place;
        long product = (low & PRIME) + ((high << 3) | (low >>> 61)) + word;
        product = (product & PRIME) + (product >>> 61);
        sum = product >= PRIME ? product - PRIME : product;
    }

    /// The number of all that was added so far. Contents of different sizes are not held against each other.
    long value() {
        var last = new ContentKey(new Secret(place));
        last.sum = sum;
        last.step(rest);
        return last.sum;
    }
}
