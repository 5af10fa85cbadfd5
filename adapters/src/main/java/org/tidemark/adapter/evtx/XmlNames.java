// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

/// What is a name in XML.
final class XmlNames {
    private XmlNames() {}

    /// The name, with `_` for each character that no name may hold: a path stays readable and XML stays XML.
    static String sound(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (!fits(name.charAt(i), i == 0)) {
                return mended(name);
            }
        }
        return name;
    }

    private static String mended(String name) {
        var mended = new StringBuilder(name);
        for (int i = 0; i < mended.length(); i++) {
            if (!fits(mended.charAt(i), i == 0)) {
                mended.setCharAt(i, '_');
            }
        }
        return mended.toString();
    }

    private static boolean fits(char c, boolean first) {
        if (c < 0x80) {
            boolean letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
            boolean inside = (c >= '0' && c <= '9') || c == '-' || c == '.';
            return letter || c == '_' || c == ':' || (!first && inside);
        }
        return Character.isLetter(c);
    }
}
