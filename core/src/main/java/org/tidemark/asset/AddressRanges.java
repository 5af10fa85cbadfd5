// SPDX-License-Identifier: Apache-2.0
package org.tidemark.asset;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Ranges of addresses, `192.0.2.0/24` or `2001:db8::/32`, asked whether an address is in one of them.
public final class AddressRanges {
    private final AddressBlocks<Boolean> blocks;

    private AddressRanges(AddressBlocks<Boolean> blocks) {
        this.blocks = blocks;
    }

    /// @param ranges addresses, or ranges in the notation of RFC 4632; a text that is neither is left out
    public static AddressRanges of(Collection<String> ranges) {
        var blocks = new AddressBlocks.Builder<Boolean>();
        ranges.forEach(range -> blocks.add(range, true));
        return new AddressRanges(blocks.build());
    }

    /// Whether a text is an address, or a range in the notation of RFC 4632.
    public static boolean isRange(String text) {
        return AddressKey.block(text).isPresent();
    }

    /// The fewest ranges that hold all addresses from one to another; none where a text is no address, or where the
    /// last lies before the first.
    public static List<String> between(String first, String last) {
        var from = AddressKey.of(first);
        var to = AddressKey.of(last);
        var ranges = new ArrayList<String>();
        if (from.isEmpty() || to.isEmpty()) {
            return ranges;
        }
        var end = to.get().number();
        for (var at = from.get().number(); at.compareTo(end) <= 0; ) {
            int room = end.subtract(at).add(BigInteger.ONE).bitLength() - 1;
            int bits = at.signum() == 0 ? room : Math.min(room, at.getLowestSetBit());
            ranges.add(AddressKey.of(at).range(bits));
            at = at.add(BigInteger.ONE.shiftLeft(bits));
        }
        return ranges;
    }

    /// Whether an address is in one of them; a text that is no address is in none.
    public boolean contains(String address) {
        return blocks.of(address).isPresent();
    }
}
