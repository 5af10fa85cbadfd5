// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.sigma;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.hunt.TextTest;

/// A text that is a number, held against another. A text that is none does not match.
///
/// @param way `lt`, `lte`, `gt`, `gte` or `eq`
record Comparison(String way, BigDecimal limit) implements TextTest {
    private static final int LONGEST = 40;

    /// @return empty where the limit is no number
    static Optional<TextTest> of(String way, String limit) {
        var number = number(limit);
        return number == null ? Optional.empty() : Optional.of(new Comparison(way, number));
    }

    @Override
    public boolean test(String text) {
        var found = number(text);
        if (found == null) {
            return false;
        }
        int order = found.compareTo(limit);
        return switch (way) {
            case "lt" -> order < 0;
            case "lte" -> order <= 0;
            case "gt" -> order > 0;
            case "eq" -> order == 0;
            default -> order >= 0;
        };
    }

    private static @Nullable BigDecimal number(String text) {
        var plain = text.strip();
        if (plain.isEmpty() || plain.length() > LONGEST) {
            return null;
        }
        try {
            return plain.startsWith("0x")
                    ? new BigDecimal(Long.parseUnsignedLong(plain.substring(2), 16))
                    : new BigDecimal(plain);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
