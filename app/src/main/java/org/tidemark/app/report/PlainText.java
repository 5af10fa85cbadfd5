// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.report;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.adapter.PrintableText;

/// Text from outside on its way into a drawing: how wide it is, how it is cut, how it is escaped.
public final class PlainText {
    private PlainText() {}

    /// Text without what a terminal, a browser or an XML reader would obey or refuse: each such character
    /// becomes `?`.
    public static String harmless(String text) {
        var harmless = new StringBuilder(text.length());
        text.codePoints().forEach(c -> harmless.appendCodePoint(PrintableText.isPrintable(c) ? c : '?'));
        return harmless.toString();
    }

    /// A page without control characters other than line ends and tabs: HTML has no use for them, and a
    /// terminal would
    /// obey them.
    static String printable(String page) {
        boolean clean = page.chars().allMatch(PlainText::isPrintable);
        return clean
                ? page
                : page.chars()
                        .map(c -> isPrintable(c) ? c : '?')
                        .collect(StringBuilder::new, (text, c) -> text.append((char) c), StringBuilder::append)
                        .toString();
    }

    private static boolean isPrintable(int c) {
        return c == '\n' || c == '\t' || c == '\r' || !Character.isISOControl(c);
    }

    /// The same, as the text or attribute of an XML element.
    public static String xml(String text) {
        return harmless(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /// How many columns of a terminal a text takes: two for the wide characters of East Asia and for pictures,
    /// none for
    /// marks that combine.
    public static int columns(String text) {
        return text.codePoints().map(PlainText::columns).sum();
    }

    private static int columns(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean wide = (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0xA4CF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0xFFE0 && c <= 0xFFE6)
                || (c >= 0x1F300 && c <= 0x1FAFF)
                || (c >= 0x20000 && c <= 0x3FFFD);
        return wide ? 2 : 1;
    }

    /// The text, or its beginning and a mark, in so many columns.
    ///
    /// @param more what shows that there is more
    public static String cut(String text, int most, String more) {
        if (columns(text) <= most) {
            return text;
        }
        var cut = new StringBuilder();
        int room = most - columns(more);
        for (int c : text.codePoints().toArray()) {
            room -= columns(c);
            if (room < 0) {
                break;
            }
            cut.appendCodePoint(c);
        }
        return columns(more) > most ? "" : cut.append(more).toString();
    }

    /// The text in lines of at most so many columns, broken at blanks; a longer word is cut.
    public static List<String> lines(String text, int most) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.split(" ", -1)) {
            if (!line.isEmpty() && columns(line.toString()) + 1 + columns(word) > most) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(cut(word, most, "…"));
        }
        lines.add(line.toString());
        return lines;
    }
}
