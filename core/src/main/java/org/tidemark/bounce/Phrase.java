// SPDX-License-Identifier: Apache-2.0
package org.tidemark.bounce;

import java.util.List;
import java.util.Locale;

/// Words to look for in a text, whatever its case and its blanks. `*` stands for up to eighty characters, `^` at the
/// beginning for the beginning of the text. Looking takes time in proportion to the text, whatever it holds.
public final class Phrase {
    private static final int GAP = 80;

    private final String words;
    private final boolean atStart;
    private final List<String> pieces;

    private Phrase(String words, boolean atStart, List<String> pieces) {
        this.words = words;
        this.atStart = atStart;
        this.pieces = pieces;
    }

    /// What is in every text.
    public static Phrase any() {
        return new Phrase("", false, List.of(""));
    }

    /// @throws IllegalArgumentException where there are no words in it
    public static Phrase of(String text) {
        boolean atStart = text.startsWith("^");
        var words = plain(atStart ? text.substring(1) : text);
        var pieces = List.of(words.split("\\*", -1));
        if (pieces.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("'" + text + "' has nothing to look for");
        }
        return new Phrase(words, atStart, pieces);
    }

    /// A text as phrases are looked for in: lower case, one blank for any run of blanks and breaks, plain
    /// apostrophes.
    public static String plain(String text) {
        var plain = new StringBuilder(text.length());
        boolean blank = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
            if (space && !blank) {
                plain.append(' ');
            } else if (!space && c != '\u200B') {
                plain.append(c == '\u2019' || c == '\u2018' ? '\'' : c);
            }
            blank = space || (blank && c == '\u200B');
        }
        return plain.toString().strip().toLowerCase(Locale.ROOT);
    }

    /// @param text made [plain][#plain(String)] before
    boolean isIn(String text) {
        int from = text.indexOf(pieces.getFirst());
        while (from >= 0 && !(atStart && from > 0)) {
            if (restFollows(text, from + pieces.getFirst().length())) {
                return true;
            }
            from = text.indexOf(pieces.getFirst(), from + 1);
        }
        return false;
    }

    private boolean restFollows(String text, int after) {
        int at = after;
        for (var piece : pieces.subList(1, pieces.size())) {
            int found = text.indexOf(piece, at, Math.min(text.length(), at + GAP + piece.length()));
            if (found < 0) {
                return false;
            }
            at = found + piece.length();
        }
        return true;
    }

    /// The words as the table has them.
    @Override
    public String toString() {
        return words.replace("*", "…");
    }
}
