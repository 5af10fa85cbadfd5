// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.sigma;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.hunt.Signs;

/// What must stand in every text in which a regular expression finds something, ASCII letters in any case: the plain
/// text between its other parts.
///
/// Knows the syntax of RE2 as far as it must to be sure; of what it does not know it says nothing.
final class RegexSigns {
    private static final int MOST_ALTERNATIVES = 64;
    private static final int DEEPEST = 50;

    private final String regex;
    private int at;
    private int depth;

    private RegexSigns(String regex) {
        this.regex = regex;
    }

    private static final class Unknown extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /// Pieces of text; of each list at least one stands in the text.
    static List<List<String>> of(String regex) {
        var reader = new RegexSigns(regex);
        try {
            var signs = reader.alternatives();
            return reader.at == regex.length() ? signs : List.of();
        } catch (Unknown e) {
            return List.of();
        }
    }

    private List<List<String>> alternatives() throws Unknown {
        if (++depth > DEEPEST) {
            throw new Unknown();
        }
        var first = sequence();
        if (!is('|')) {
            depth--;
            return first;
        }
        var pieces = new ArrayList<String>();
        boolean told = add(first, pieces);
        while (is('|')) {
            at++;
            told &= add(sequence(), pieces);
        }
        depth--;
        return told && pieces.size() <= MOST_ALTERNATIVES ? List.of(pieces) : List.of();
    }

    private static boolean add(List<List<String>> signs, List<String> pieces) {
        if (signs.isEmpty()) {
            return false;
        }
        pieces.addAll(signs.get(new Signs(signs).surest()));
        return true;
    }

    private List<List<String>> sequence() throws Unknown {
        var signs = new ArrayList<List<String>>();
        var run = new StringBuilder();
        while (at < regex.length() && !is('|') && !is(')')) {
            char c = regex.charAt(at);
            if (c == '^' || c == '$') {
                at++;
                quantifier();
            } else if (c == '(') {
                flush(run, signs);
                group(signs);
            } else if (c == '[') {
                flush(run, signs);
                set();
                quantifier();
            } else if (c == '.') {
                flush(run, signs);
                at++;
                quantifier();
            } else if (c == '\\' && !isPlainEscape()) {
                flush(run, signs);
                at += 2;
                quantifier();
            } else {
                literal(run, signs);
            }
        }
        flush(run, signs);
        return signs;
    }

    private void literal(StringBuilder run, List<List<String>> signs) throws Unknown {
        at += is('\\') ? 1 : 0;
        char c = regex.charAt(at++);
        var often = quantifier();
        // Where quotes stand around a value, one inside it is written as two.
        boolean plain = c < 0x80 && c != '"';
        if (plain && often != Often.MAYBE_NOT) {
            run.append(c);
        }
        if (!plain || often != Often.ONCE) {
            flush(run, signs);
        }
    }

    private static void flush(StringBuilder run, List<List<String>> signs) {
        if (!run.isEmpty()) {
            signs.add(List.of(run.toString()));
            run.setLength(0);
        }
    }

    /// Whether a backslash makes plain what follows; before letters and digits it means something else.
    private boolean isPlainEscape() throws Unknown {
        if (at + 1 >= regex.length()) {
            throw new Unknown();
        }
        char next = regex.charAt(at + 1);
        if (!Character.isLetterOrDigit(next)) {
            return true;
        }
        if ("dDsSwWbBAz".indexOf(next) < 0) {
            throw new Unknown();
        }
        return false;
    }

    private void group(List<List<String>> signs) throws Unknown {
        at++;
        if (is('?')) {
            int colon = regex.indexOf(':', at);
            int close = regex.indexOf(')', at);
            if (close >= 0 && (colon < 0 || close < colon)) {
                if (!regex.substring(at + 1, close).matches("[imsU-]*")) {
                    throw new Unknown();
                }
                at = close + 1;
                if (quantifier() != Often.ONCE) {
                    throw new Unknown();
                }
                return;
            }
            if (colon < 0 || !regex.substring(at + 1, colon).matches("[imsU-]*")) {
                throw new Unknown();
            }
            at = colon + 1;
        }
        var inner = alternatives();
        if (!is(')')) {
            throw new Unknown();
        }
        at++;
        if (quantifier() != Often.MAYBE_NOT) {
            signs.addAll(inner);
        }
    }

    /// Passes by a set of characters.
    private void set() throws Unknown {
        at++;
        at += is('^') ? 1 : 0;
        at += is(']') ? 1 : 0;
        while (!is(']')) {
            if (at >= regex.length() || regex.startsWith("[:", at)) {
                throw new Unknown();
            }
            at += is('\\') ? 2 : 1;
        }
        at++;
    }

    private enum Often {
        ONCE,
        ONCE_AND_MORE,
        MAYBE_NOT
    }

    private Often quantifier() throws Unknown {
        if (at >= regex.length() || "*+?{".indexOf(regex.charAt(at)) < 0) {
            return Often.ONCE;
        }
        char c = regex.charAt(at++);
        boolean least = c == '+';
        if (c == '{') {
            int close = regex.indexOf('}', at);
            if (close < 0 || !regex.substring(at, close).matches("\\d{1,4}(,\\d{0,4})?")) {
                throw new Unknown();
            }
            least = !regex.substring(at, close).matches("0+(,.*)?");
            at = close + 1;
        }
        at += is('?') ? 1 : 0;
        if (at < regex.length() && "*+?{".indexOf(regex.charAt(at)) >= 0) {
            throw new Unknown();
        }
        return least ? Often.ONCE_AND_MORE : Often.MAYBE_NOT;
    }

    private boolean is(char c) {
        return at < regex.length() && regex.charAt(at) == c;
    }
}
