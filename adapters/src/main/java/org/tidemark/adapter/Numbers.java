// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import org.jspecify.annotations.Nullable;

/// Numbers as tools write them: bare, or as text. Whatever is no number is null, never an exception.
public final class Numbers {
    private Numbers() {}

    /// A whole number of at most 18 digits.
    public static @Nullable Long whole(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var digits = text.strip();
        boolean negative = digits.startsWith("-");
        int start = negative ? 1 : 0;
        int length = digits.length() - start;
        if (length < 1 || length > 18) {
            return null;
        }
        long value = 0;
        for (int i = start; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9') {
                return null;
            }
            value = value * 10 + (c - '0');
        }
        return negative ? -value : value;
    }

    /// A port of TCP or UDP. 0 is how feeds say that there is none.
    public static @Nullable Integer port(@Nullable String text) {
        var value = whole(text);
        return value == null || value < 1 || value > 65_535 ? null : value.intValue();
    }

    /// A 32-bit hash, which some tools write signed and some unsigned.
    public static @Nullable Integer hash(@Nullable String text) {
        var value = whole(text);
        return value == null || value < Integer.MIN_VALUE || value > 0xFFFF_FFFFL ? null : (int) (long) value;
    }

    /// A status code of HTTP, or 0.
    public static int status(@Nullable Long value) {
        return value == null || value < 100 || value > 999 ? 0 : value.intValue();
    }
}
