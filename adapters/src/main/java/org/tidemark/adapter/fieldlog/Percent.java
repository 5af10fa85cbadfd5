// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.fieldlog;

import java.nio.charset.StandardCharsets;

/// Undoes `%xx` once (RFC 3986, section 2.1). What is no such code stays as it is.
final class Percent {
    private Percent() {}

    static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            boolean coded = bytes[i] == '%' && i + 2 < bytes.length;
            int high = coded ? Character.digit(bytes[i + 1], 16) : -1;
            int low = coded ? Character.digit(bytes[i + 2], 16) : -1;
            if (high >= 0 && low >= 0) {
                bytes[length++] = (byte) (high << 4 | low);
                i += 2;
            } else {
                bytes[length++] = bytes[i];
            }
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
