// SPDX-License-Identifier: Apache-2.0
package org.tidemark.bounce;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An enhanced status code: class, subject, detail (RFC 3463, section 2).
///
/// @param level the class: 2 delivered, 4 for now, 5 for good
public record StatusCode(int level, int subject, int detail) {
    /// As a `Status` field has it: with a comment behind, with a type before.
    private static final Pattern FIELD = Pattern.compile("(?<![\\d.])([245])\\.(\\d{1,3})\\.(\\d{1,3})(?!\\d)");

    /// Inside running text, where addresses and versions look alike.
    private static final Pattern IN_TEXT =
            Pattern.compile("(?<![\\w.])([45])\\.(\\d)\\.(\\d{1,3})(?!\\d|\\.\\d|@|-\\d)");

    /// @return null where the text holds none
    static @Nullable StatusCode ofField(String text) {
        var matcher = FIELD.matcher(text);
        return matcher.find() ? of(matcher) : null;
    }

    /// The most telling code of a text: the most specific, of equal ones that of a failure for good, then the
    /// first.
    ///
    /// @return null where the text holds none
    static @Nullable StatusCode inText(String text) {
        StatusCode best = null;
        var matcher = IN_TEXT.matcher(text);
        while (matcher.find()) {
            var code = of(matcher);
            if (best == null
                    || code.specificity() > best.specificity()
                    || (code.specificity() == best.specificity() && code.level > best.level)) {
                best = code;
            }
        }
        return best;
    }

    private static StatusCode of(java.util.regex.Matcher matcher) {
        return new StatusCode(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)));
    }

    /// How much it says: 0 for `5.0.0`, 1 where the subject or the detail is left open, else 2.
    int specificity() {
        return (subject == 0 ? 0 : 1) + (detail == 0 ? 0 : 1);
    }

    /// Of what a field and a text say of one failure, the code that counts: one of class 4 where they differ,
    /// since a
    /// failure that passes stays one; else the more specific, and of equal ones the field's.
    static @Nullable StatusCode better(@Nullable StatusCode field, @Nullable StatusCode text) {
        if (field == null || text == null) {
            return field == null ? text : field;
        }
        if (field.level == text.level) {
            return text.specificity() > field.specificity() ? text : field;
        }
        return text.level == 4 || field.level == 2 ? text : field;
    }

    @Override
    public String toString() {
        return level + "." + subject + "." + detail;
    }
}
