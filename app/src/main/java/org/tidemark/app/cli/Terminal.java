// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.tidemark.adapter.PrintableText;

/// What the terminal can show, and how text from outside is made harmless for it.
///
/// @param width columns; 80 where nobody says
/// @param colour whether escape sequences for colour may be written
public record Terminal(int width, boolean colour) {
    private static final int USUAL_WIDTH = 80;
    private static final int LEAST_WIDTH = 40;
    private static final Pattern BREAK = Pattern.compile(" (?!%)");

    /// @param environment the process's environment
    /// @param interactive whether standard output is a terminal
    public static Terminal of(Map<String, String> environment, boolean interactive) {
        int width = USUAL_WIDTH;
        try {
            width = Math.max(LEAST_WIDTH, Integer.parseInt(environment.getOrDefault("COLUMNS", "80")));
        } catch (NumberFormatException e) {
            // A COLUMNS that is no number says nothing; the usual width holds.
            width = USUAL_WIDTH;
        }
        boolean wanted = environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
        return new Terminal(width, interactive && wanted);
    }

    /// Text from outside without anything that a terminal would obey: control characters and marks that turn the
    /// direction of writing become `?`.
    public static String safe(String text) {
        var safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> safe.appendCodePoint(PrintableText.isPrintable(c) ? c : '?'));
        return safe.toString();
    }

    public String paint(Ink ink, String text) {
        return colour ? ink.code + text + "\u001B[0m" : text;
    }

    /// Text broken at blanks into lines of at most `columns`; a word that is longer stands alone. A figure
    /// keeps its
    /// per cent sign.
    public static List<String> wrap(String text, int columns) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : BREAK.split(text, -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > columns) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /// The few colours that mean something.
    public enum Ink {
        BAD("\u001B[31m"),
        DOUBT("\u001B[33m"),
        GOOD("\u001B[32m"),
        STRONG("\u001B[1m");

        private final String code;

        Ink(String code) {
            this.code = code;
        }
    }
}
