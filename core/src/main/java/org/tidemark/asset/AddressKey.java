// SPDX-License-Identifier: Apache-2.0
package org.tidemark.asset;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.Optional;
import java.util.StringJoiner;

/// An address as 128 bits, an IPv4 address as its mapped form (RFC 4291, 2.5.5.2).
record AddressKey(long high, long low) implements Comparable<AddressKey> {
    private static final int HALF = 64;
    private static final int BITS = 128;
    private static final int BITS_OF_FOUR = 32;
    private static final long MAPPED = 0xffffL << BITS_OF_FOUR;

    /// All addresses from one to another that share a prefix. Sorted by where they begin, the larger first.
    record Block(AddressKey first, AddressKey last) implements Comparable<Block> {
        private static final Comparator<Block> ORDER =
                Comparator.comparing(Block::first).thenComparing(Block::last, Comparator.reverseOrder());

        @Override
        public int compareTo(Block other) {
            return ORDER.compare(this, other);
        }
    }

    @Override
    public int compareTo(AddressKey other) {
        int order = Long.compareUnsigned(high, other.high);
        return order != 0 ? order : Long.compareUnsigned(low, other.low);
    }

    /// The address after this one; empty after the last.
    Optional<AddressKey> next() {
        long after = low + 1;
        return after != 0
                ? Optional.of(new AddressKey(high, after))
                : high == -1 ? Optional.empty() : Optional.of(new AddressKey(high + 1, 0));
    }

    static Optional<AddressKey> of(String text) {
        if (!Address.isOne(text)) {
            return Optional.empty();
        }
        if (text.indexOf(':') < 0) {
            long address = 0;
            for (var part : text.split("\\.", -1)) {
                address = address << 8 | Integer.parseInt(part);
            }
            return Optional.of(new AddressKey(0, MAPPED | address));
        }
        var groups = Address.plain(text).split(":", -1);
        return Optional.of(new AddressKey(half(groups, 0), half(groups, groups.length / 2)));
    }

    private static long half(String[] groups, int from) {
        long half = 0;
        for (int i = from; i < from + groups.length / 2; i++) {
            half = half << 16 | Integer.parseInt(groups[i], 16);
        }
        return half;
    }

    /// Reads an address, or a range in the notation of RFC 4632; empty where the text is neither.
    static Optional<Block> block(String text) {
        int slash = text.indexOf('/');
        var address = of(slash < 0 ? text : text.substring(0, slash));
        int bits = text.indexOf(':') >= 0 ? BITS : BITS_OF_FOUR;
        int length = slash < 0 ? bits : length(text.substring(slash + 1));
        if (address.isEmpty() || length < 0 || length > bits) {
            return Optional.empty();
        }
        int kept = length + BITS - bits;
        return Optional.of(
                new Block(address.get().masked(kept, false), address.get().masked(kept, true)));
    }

    private static int length(String text) {
        return text.length() <= 3 && !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Integer.parseInt(text)
                : -1;
    }

    /// The first or last address that shares so many bits.
    private AddressKey masked(int bits, boolean last) {
        long freeHigh = freeBits(bits);
        long freeLow = freeBits(bits - HALF);
        return last ? new AddressKey(high | freeHigh, low | freeLow) : new AddressKey(high & ~freeHigh, low & ~freeLow);
    }

    /// The bits of a half that a prefix of so many bits leaves free.
    private static long freeBits(int bits) {
        return bits <= 0 ? -1 : bits >= HALF ? 0 : -1L >>> bits;
    }

    /// As one number.
    BigInteger number() {
        return unsigned(high).shiftLeft(HALF).or(unsigned(low));
    }

    private static BigInteger unsigned(long half) {
        return BigInteger.valueOf(half).and(BigInteger.ONE.shiftLeft(HALF).subtract(BigInteger.ONE));
    }

    static AddressKey of(BigInteger number) {
        return new AddressKey(number.shiftRight(HALF).longValue(), number.longValue());
    }

    private boolean isFour() {
        return high == 0 && low >>> BITS_OF_FOUR == MAPPED >>> BITS_OF_FOUR;
    }

    /// The range that begins here and shares all but so many bits, in the notation of RFC 4632.
    String range(int freeBits) {
        if (isFour()) {
            return (low >>> 24 & 0xff) + "." + (low >>> 16 & 0xff) + "." + (low >>> 8 & 0xff) + "." + (low & 0xff) + "/"
                    + (BITS_OF_FOUR - freeBits);
        }
        var groups = new StringJoiner(":");
        for (int shift = HALF - 16; shift >= 0; shift -= 16) {
            groups.add(Long.toHexString(high >>> shift & 0xffff));
        }
        for (int shift = HALF - 16; shift >= 0; shift -= 16) {
            groups.add(Long.toHexString(low >>> shift & 0xffff));
        }
        return groups + "/" + (BITS - freeBits);
    }
}
