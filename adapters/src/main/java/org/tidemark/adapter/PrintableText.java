// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

/// Text from outside on its way into a document for others.
public final class PrintableText {
    /// Longer than any name, banner or reason that a reader needs.
    public static final int LONGEST = 4000;

    private static final int REPLACEMENT = 0xFFFD;

    private PrintableText() {}

    /// The text without what a terminal would obey, what turns the direction of reading, and half characters
    /// that no
    /// encoding can write: each becomes U+FFFD. What is too long is cut.
    public static String of(String text) {
        if (text.length() <= LONGEST && text.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
            return text;
        }
        var printable = new StringBuilder(text.length());
        text.codePoints().limit(LONGEST).forEach(c -> printable.appendCodePoint(isPrintable(c) ? c : REPLACEMENT));
        return printable.toString();
    }

    /// Whether a character is neither obeyed by a terminal nor turns the direction of reading, and can be written.
    public static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
