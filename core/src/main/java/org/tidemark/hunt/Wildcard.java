// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import java.util.ArrayList;
import java.util.List;

/// A text with `*` for anything and `?` for one character, compared without case unless told otherwise (Sigma
/// specification 2.1, "String Wildcard").
///
/// Takes time linear in text and pattern for each `*`, and never more.
public final class Wildcard implements TextTest {
    private final List<Piece> pieces;
    private final boolean anyCase;
    private final boolean openStart;
    private final boolean openEnd;

    /// What stands between two `*`.
    private static final class Piece {
        /// -1 stands for any one.
        private final int[] characters;

        Piece(int[] characters) {
            this.characters = characters;
        }

        int length() {
            return characters.length;
        }

        boolean standsAt(String text, int at, boolean anyCase) {
            if (at < 0 || at + characters.length > text.length()) {
                return false;
            }
            for (int i = 0; i < characters.length; i++) {
                int wanted = characters[i];
                if (wanted >= 0 && !same(wanted, text.charAt(at + i), anyCase)) {
                    return false;
                }
            }
            return true;
        }

        private static boolean same(int wanted, char found, boolean anyCase) {
            return wanted == found || (anyCase && wanted == fold(found));
        }

        String longestPlain() {
            var longest = "";
            var current = new StringBuilder();
            for (int c : characters) {
                // Where quotes stand around a value, one inside it is written as two.
                if (c >= 0 && c < 0x80 && c != '"') {
                    current.append((char) c);
                } else {
                    current.setLength(0);
                }
                longest = current.length() > longest.length() ? current.toString() : longest;
            }
            return longest;
        }
    }

    private Wildcard(List<Piece> pieces, boolean anyCase, boolean openStart, boolean openEnd) {
        this.pieces = pieces;
        this.anyCase = anyCase;
        this.openStart = openStart;
        this.openEnd = openEnd;
    }

    private static char fold(char c) {
        if (c < 0x80) {
            return c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
        }
        return Character.toLowerCase(Character.toUpperCase(c));
    }

    /// @param pattern with `*` and `?`; a backslash before one of them, or before a backslash before one of
    /// them, makes
    ///     it plain
    /// @param before whether anything may stand before it
    /// @param after whether anything may follow it
    public static Wildcard of(String pattern, boolean before, boolean after, boolean anyCase) {
        var pieces = new ArrayList<Piece>();
        var current = new ArrayList<Integer>();
        boolean openStart = before;
        boolean openEnd = after;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            boolean escapes = c == '\\' && i + 1 < pattern.length() && "*?\\".indexOf(pattern.charAt(i + 1)) >= 0;
            if (escapes) {
                current.add((int) pattern.charAt(++i));
            } else if (c == '*') {
                openStart |= i == 0;
                openEnd |= i == pattern.length() - 1;
                flush(current, pieces);
            } else {
                current.add(c == '?' ? -1 : anyCase ? fold(c) : c);
            }
        }
        flush(current, pieces);
        return new Wildcard(pieces, anyCase, openStart, openEnd);
    }

    private static void flush(List<Integer> current, List<Piece> pieces) {
        if (!current.isEmpty()) {
            pieces.add(new Piece(current.stream().mapToInt(Integer::intValue).toArray()));
            current.clear();
        }
    }

    @Override
    public boolean test(String text) {
        if (pieces.isEmpty()) {
            return text.isEmpty() || openStart || openEnd;
        }
        int at = 0;
        int last = pieces.size() - 1;
        for (int i = 0; i <= last; i++) {
            var piece = pieces.get(i);
            boolean fixedStart = i == 0 && !openStart;
            boolean fixedEnd = i == last && !openEnd;
            int found = fixedStart
                    ? piece.standsAt(text, 0, anyCase) ? 0 : -1
                    : fixedEnd ? atEnd(text, piece, at) : next(text, piece, at);
            if (found < 0 || (fixedEnd && found + piece.length() != text.length())) {
                return false;
            }
            at = found + piece.length();
        }
        return true;
    }

    private int atEnd(String text, Piece piece, int from) {
        int start = text.length() - piece.length();
        return start >= from && piece.standsAt(text, start, anyCase) ? start : -1;
    }

    private int next(String text, Piece piece, int from) {
        for (int at = from; at + piece.length() <= text.length(); at++) {
            if (piece.standsAt(text, at, anyCase)) {
                return at;
            }
        }
        return -1;
    }

    /// Every piece between two `*`, as far as it is plain.
    @Override
    public List<List<String>> signs() {
        return pieces.stream()
                .map(Piece::longestPlain)
                .filter(plain -> !plain.isEmpty())
                .distinct()
                .map(List::of)
                .toList();
    }
}
