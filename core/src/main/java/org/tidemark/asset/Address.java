// SPDX-License-Identifier: Apache-2.0
package org.tidemark.asset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Addresses as texts: IPv6 has many spellings of the same one (RFC 5952).
public final class Address {
    private static final int GROUPS = 8;
    private static final AddressRanges SPECIAL = AddressRanges.of(List.of(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "224.0.0.0/3"));
    private static final AddressRanges GLOBAL = AddressRanges.of(List.of("2000::/3"));

    private Address() {}

    /// One spelling for each address: an IPv6 address with all its groups, without leading zeroes and in lower
    /// case.
    /// Any other text as it is.
    public static String plain(String text) {
        if (text.indexOf(':') < 0) {
            return text;
        }
        var lower = text.toLowerCase(Locale.ROOT);
        int gap = lower.indexOf("::");
        var head = groups(gap < 0 ? lower : lower.substring(0, gap));
        var tail = gap < 0 ? List.<String>of() : groups(lower.substring(gap + 2));
        int missing = GROUPS - head.size() - tail.size();
        if (gap < 0 ? missing != 0 : missing < 0) {
            return lower;
        }
        var all = new ArrayList<>(head);
        for (int i = 0; i < missing; i++) {
            all.add("0");
        }
        all.addAll(tail);
        return String.join(":", all);
    }

    /// Whether a text is one address, IPv4 or IPv6, and nothing else.
    public static boolean isOne(String text) {
        return text.indexOf(':') < 0 ? isFour(text) : isSix(text);
    }

    /// Whether an address can be reached from the whole internet: none of a house, a link, a carrier's own net or a
    /// group (IANA's special-purpose registries, RFC 6890). Addresses of documentation count as such, for they
    /// stand
    /// for real ones.
    public static boolean isGlobal(String text) {
        return isOne(text) && !SPECIAL.contains(text) && (text.indexOf(':') < 0 || GLOBAL.contains(text));
    }

    private static boolean isFour(String text) {
        var parts = text.split("\\.", -1);
        return parts.length == 4
                && Arrays.stream(parts)
                        .allMatch(part -> !part.isEmpty()
                                && part.length() <= 3
                                && part.chars().allMatch(c -> c >= '0' && c <= '9')
                                && Integer.parseInt(part) <= 255);
    }

    private static boolean isSix(String text) {
        var groups = plain(text).split(":", -1);
        return groups.length == GROUPS
                && Arrays.stream(groups)
                        .allMatch(group -> !group.isEmpty()
                                && group.length() <= 4
                                && group.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128));
    }

    private static List<String> groups(String text) {
        var groups = new ArrayList<String>();
        if (!text.isEmpty()) {
            for (var group : text.split(":", -1)) {
                int zeroes = 0;
                while (zeroes < group.length() - 1 && group.charAt(zeroes) == '0') {
                    zeroes++;
                }
                groups.add(group.substring(zeroes));
            }
        }
        return groups;
    }
}
