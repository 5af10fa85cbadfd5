// SPDX-License-Identifier: Apache-2.0
package org.tidemark.asset;

import java.util.Collection;

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

    /// Whether an address is in one of them; a text that is no address is in none.
    public boolean contains(String address) {
        return blocks.of(address).isPresent();
    }
}
