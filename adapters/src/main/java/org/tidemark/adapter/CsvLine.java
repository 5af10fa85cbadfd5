// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of CSV as its values.
public final class CsvLine {
    private CsvLine() {}

    /// Splits a line; null where a quote is opened and not closed.
    public static @Nullable List<String> split(String line, char separator) {
        var fields = new ArrayList<String>(24);
        int at = 0;
        while (true) {
            if (at < line.length() && line.charAt(at) == '"') {
                var value = new StringBuilder();
                at = quoted(line, at + 1, value);
                if (at < 0) {
                    return null;
                }
                int end = ending(line, at, separator);
                // Text after the closing quote is against the standard; it is kept rather than lost.
                fields.add(value.append(line, at, end).toString());
                at = end;
            } else {
                int end = ending(line, at, separator);
                fields.add(line.substring(at, end));
                at = end;
            }
            if (at >= line.length()) {
                return fields;
            }
            at++;
        }
    }

    private static int ending(String line, int from, char separator) {
        int end = line.indexOf(separator, from);
        return end < 0 ? line.length() : end;
    }

    /// Reads up to the closing quote; two quotes stand for one.
    ///
    /// @return the place after the closing quote, or -1
    private static int quoted(String line, int from, StringBuilder value) {
        int at = from;
        while (true) {
            int quote = line.indexOf('"', at);
            if (quote < 0) {
                return -1;
            }
            value.append(line, at, quote);
            if (quote + 1 >= line.length() || line.charAt(quote + 1) != '"') {
                return quote + 1;
            }
            value.append('"');
            at = quote + 2;
        }
    }

    /// The separator that a header line uses: the most frequent of comma, semicolon and tab outside quotes.
    public static char separatorOf(String header) {
        int commas = 0;
        int semicolons = 0;
        int tabs = 0;
        boolean quoted = false;
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                commas += c == ',' ? 1 : 0;
                semicolons += c == ';' ? 1 : 0;
                tabs += c == '\t' ? 1 : 0;
            }
        }
        return semicolons > commas && semicolons >= tabs ? ';' : tabs > commas ? '\t' : ',';
    }
}
