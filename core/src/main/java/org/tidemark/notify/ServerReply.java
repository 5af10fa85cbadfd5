// SPDX-License-Identifier: Apache-2.0
package org.tidemark.notify;

import java.util.regex.Pattern;

/// The reply code of a server that refused (RFC 5321, section 4.2): `550`.
final class ServerReply {
    /// Numbers are everywhere in a report; this is one where a server's answer begins.
    private static final Pattern CODE = Pattern.compile(
            "(?im)(?:^|[:;<>=|\\[('\"#-]|said|returned|response|responded|error|errors?|code|status|reply|reason)"
                    + "[ \\t]{0,4}['\"(<\\[]?([45][0-5]\\d)(?=[ \\t\\-:.,;)'\"\\]>]|$)(?!\\.\\d)");

    private ServerReply() {}

    /// @return the first reply of class 5 that a text holds, else the first of class 4, else 0
    static int in(String text) {
        int transientOne = 0;
        var matcher = CODE.matcher(text);
        while (matcher.find()) {
            int code = Integer.parseInt(matcher.group(1));
            if (code >= 500) {
                return code;
            }
            transientOne = transientOne == 0 ? code : transientOne;
        }
        return transientOne;
    }
}
