// SPDX-License-Identifier: Apache-2.0
package org.tidemark.asset;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Ranges of addresses, `192.0.2.0/24` or `2001:db8::/32`, asked whether an address is in one of them.
public final class AddressRanges {
    private final NavigableMap<AddressKey, AddressKey> lastByFirst;

    private AddressRanges(NavigableMap<AddressKey, AddressKey> lastByFirst) {
        this.lastByFirst = lastByFirst;
    }

    /// @param ranges addresses, or ranges in the notation of RFC 4632; a text that is neither is left out
    public static AddressRanges of(Collection<String> ranges) {
        var sorted = new TreeMap<AddressKey, AddressKey>();
        ranges.forEach(text -> add(text, sorted));
        var merged = new TreeMap<AddressKey, AddressKey>();
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

    private static AddressKey max(AddressKey one, AddressKey other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static void add(String text, Map<AddressKey, AddressKey> ranges) {
        AddressKey.block(text).ifPresent(block -> ranges.merge(block.first(), block.last(), AddressRanges::max));
    }

    public boolean isEmpty() {
        return lastByFirst.isEmpty();
    }

    /// Whether an address is in one of them; a text that is no address is in none.
    public boolean contains(String address) {
        var asked = AddressKey.of(address);
        var range = asked.map(lastByFirst::floorEntry);
        return range.isPresent() && range.get().getValue().compareTo(asked.get()) >= 0;
    }
}
