// SPDX-License-Identifier: Apache-2.0
package org.tidemark.bounce;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The reply code of a server that refused (RFC 5321, section 4.2): `550`. Numbers are everywhere in a report; a reply
/// stands where a server's answer begins.
final class ServerReply {
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w.])([45][0-5]\\d)(?=[\\s:.,;)'\"\\]>-]|$)(?!\\.\\d)");

    private static final String MARKS = ":;<>=|[('\"#-\n";

    /// Words after which an answer is quoted.
    private static final Set<String> WORDS = Set.of(
            "said",
            "says",
            "returned",
            "response",
            "responded",
            "responsecode",
            "error",
            "errors",
            "code",
            "status",
            "reply",
            "replied",
            "reason",
            "smtp",
            "with");

    private static final int LONGEST_WORD = 16;
    private static final int MOST_BLANKS = 4;

    private ServerReply() {}

    /// @return the first reply of class 5 that a text holds, else the first of class 4, else 0
    static int in(String text) {
        int transientOne = 0;
        var matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            if (answerBegins(text, matcher.start())) {
                int code = Integer.parseInt(matcher.group(1));
                if (code >= 500) {
                    return code;
                }
                transientOne = transientOne == 0 ? code : transientOne;
            }
        }
        return transientOne;
    }

    private static boolean answerBegins(String text, int number) {
        int at = number;
        while (at > 0 && number - at < MOST_BLANKS && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '\t')) {
            at--;
        }
        if (at == 0 || MARKS.indexOf(text.charAt(at - 1)) >= 0) {
            return true;
        }
        int from = at;
        while (from > 0 && at - from < LONGEST_WORD && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        return WORDS.contains(text.substring(from, at).toLowerCase(Locale.ROOT));
    }
}
