// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.stix;

import org.tidemark.asset.Address;

/// An IPv6 address in the one spelling of RFC 5952, 4: the id of an observable is made of it.
final class ShortAddress {
    private ShortAddress() {}

    /// @param ip an IPv6 address
    static String of(String ip) {
        var groups = Address.plain(ip).split(":", -1);
        int at = -1;
        int longest = 1;
        for (int i = 0; i < groups.length; i++) {
            int end = i;
            while (end < groups.length && groups[end].equals("0")) {
                end++;
            }
            if (end - i > longest) {
                at = i;
                longest = end - i;
            }
        }
        var list = java.util.List.of(groups);
        return at < 0
                ? String.join(":", list)
                : String.join(":", list.subList(0, at)) + "::"
                        + String.join(":", list.subList(at + longest, list.size()));
    }
}
