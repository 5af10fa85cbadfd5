// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.collector;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Names as Velociraptor writes them into archives: `%XX` for what some system does not take in a name. Each part is
/// decoded by itself, so a decoded separator belongs to the name.
final class Sanitised {
    private Sanitised() {}

    /// The part as it was. A lone `%` at the end is left of a part that was cut.
    static String decoded(String part) {
        if (part.indexOf('%') < 0) {
            return part;
        }
        var bytes = part.getBytes(StandardCharsets.UTF_8);
        var out = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(bytes[i + 2], 16) : -1;
            if (low >= 0) {
                out.write(high * 16 + low);
                i += 2;
            } else if (bytes[i] != '%' || i + 1 < bytes.length) {
                out.write(bytes[i]);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
