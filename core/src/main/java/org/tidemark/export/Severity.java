// SPDX-License-Identifier: Apache-2.0
package org.tidemark.export;

import java.math.BigDecimal;

/// How severe a flaw is by its base score (CVSS 3.1, section 5).
public enum Severity {
    UNKNOWN,
    NONE,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    private static final BigDecimal FROM_LOW = new BigDecimal("0.1");
    private static final BigDecimal FROM_MEDIUM = new BigDecimal("4.0");
    private static final BigDecimal FROM_HIGH = new BigDecimal("7.0");
    private static final BigDecimal FROM_CRITICAL = new BigDecimal("9.0");

    /// @param score a base score as the pack has it; empty where no source gives one
    public static Severity of(String score) {
        if (!isScore(score)) {
            return UNKNOWN;
        }
        var number = new BigDecimal(score);
        return number.compareTo(FROM_CRITICAL) >= 0
                ? CRITICAL
                : number.compareTo(FROM_HIGH) >= 0
                        ? HIGH
                        : number.compareTo(FROM_MEDIUM) >= 0 ? MEDIUM : number.compareTo(FROM_LOW) >= 0 ? LOW : NONE;
    }

    /// Whether a text is a base score: 0.0 to 10.0.
    public static boolean isScore(String text) {
        return text.matches("[0-9](?:\\.[0-9])?|10(?:\\.0)?");
    }
}
