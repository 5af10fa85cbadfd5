// SPDX-License-Identifier: Apache-2.0
package org.tidemark.bounce;

import org.jspecify.annotations.Nullable;

/// A stranger's words, fit for one cell: in one line, without what a terminal would obey, shortened.
final class Reason {
    private static final int LONGEST = 240;

    private Reason() {}

    /// @return null where nothing is left
    static @Nullable String of(String words) {
        var reason = new StringBuilder();
        boolean blank = true;
        for (int i = 0; i < words.length() && reason.length() <= LONGEST; ) {
            int c = words.codePointAt(i);
            i += Character.charCount(c);
            boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
            if (space ? !blank : isHarmless(c)) {
                reason.appendCodePoint(space ? ' ' : c);
                blank = space;
            }
        }
        var text = reason.toString().strip();
        if (text.length() > LONGEST) {
            int end = Character.isHighSurrogate(text.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
            text = text.substring(0, end).strip() + "…";
        }
        return text.isEmpty() ? null : text;
    }

    private static boolean isHarmless(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE;
    }
}
