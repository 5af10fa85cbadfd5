// SPDX-License-Identifier: Apache-2.0
package org.tidemark.asset;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// Ranges of addresses, `192.0.2.0/24` or `2001:db8::/32`, asked whether an address is in one of them.
public final class AddressRanges {
    private static final int HALF = 64;
    private static final long MAPPED = 0xffffL << 32;

    private final NavigableMap<Key, Key> lastByFirst;

    private AddressRanges(NavigableMap<Key, Key> lastByFirst) {
        this.lastByFirst = lastByFirst;
    }

    /// An address as 128 bits, an IPv4 address as its mapped form (RFC 4291, 2.5.5.2).
    private record Key(long high, long low) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int order = Long.compareUnsigned(high, other.high);
            return order != 0 ? order : Long.compareUnsigned(low, other.low);
        }
    }

    /// @param ranges addresses, or ranges in the notation of RFC 4632; a text that is neither is left out
    public static AddressRanges of(Collection<String> ranges) {
        var sorted = new TreeMap<Key, Key>();
        ranges.forEach(text -> add(text, sorted));
        var merged = new TreeMap<Key, Key>();
        for (var range : sorted.entrySet()) {
            var before = merged.lastEntry();
            if (before != null && before.getValue().compareTo(range.getKey()) >= 0) {
                merged.put(before.getKey(), max(before.getValue(), range.getValue()));
            } else {
                merged.put(range.getKey(), range.getValue());
            }
        }
        return new AddressRanges(merged);
    }

    /// Whether a text is an address or a range.
    public static boolean isRange(String text) {
        return !of(List.of(text)).isEmpty();
    }

    private static Key max(Key one, Key other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static void add(String text, Map<Key, Key> ranges) {
        int slash = text.indexOf('/');
        var address = key(slash < 0 ? text : text.substring(0, slash));
        if (address.isEmpty()) {
            return;
        }
        int bits = text.indexOf(':') >= 0 ? 128 : 32;
        int length = slash < 0 ? bits : length(text.substring(slash + 1));
        if (length < 0 || length > bits) {
            return;
        }
        int kept = length + 128 - bits;
        ranges.merge(masked(address.get(), kept, false), masked(address.get(), kept, true), AddressRanges::max);
    }

    private static int length(String text) {
        return text.length() <= 3 && !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Integer.parseInt(text)
                : -1;
    }

    /// The first or last address that shares so many bits.
    private static Key masked(Key key, int bits, boolean last) {
        long high = freeBits(bits);
        long low = freeBits(bits - HALF);
        return last ? new Key(key.high | high, key.low | low) : new Key(key.high & ~high, key.low & ~low);
    }

    /// The bits of a half that a prefix of so many bits leaves free.
    private static long freeBits(int bits) {
        return bits <= 0 ? -1 : bits >= HALF ? 0 : -1L >>> bits;
    }

    private static Optional<Key> key(String text) {
        if (!Address.isOne(text)) {
            return Optional.empty();
        }
        if (text.indexOf(':') < 0) {
            long address = 0;
            for (var part : text.split("\\.", -1)) {
                address = address << 8 | Integer.parseInt(part);
            }
            return Optional.of(new Key(0, MAPPED | address));
        }
        var groups = Address.plain(text).split(":", -1);
        return Optional.of(new Key(half(groups, 0), half(groups, groups.length / 2)));
    }

    private static long half(String[] groups, int from) {
        long half = 0;
        for (int i = from; i < from + groups.length / 2; i++) {
            half = half << 16 | Integer.parseInt(groups[i], 16);
        }
        return half;
    }

    public boolean isEmpty() {
        return lastByFirst.isEmpty();
    }

    /// Whether an address is in one of them; a text that is no address is in none.
    public boolean contains(String address) {
        var asked = key(address);
        var range = asked.map(lastByFirst::floorEntry);
        return range.isPresent() && range.get().getValue().compareTo(asked.get()) >= 0;
    }
}
