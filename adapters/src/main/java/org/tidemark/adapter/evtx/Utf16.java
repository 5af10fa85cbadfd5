// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

import java.nio.charset.StandardCharsets;

/// Decodes little-endian UTF-16. Nearly all texts of logs are Latin letters, which go the short way.
final class Utf16 {
    private static final int FIRST_SIZE = 512;

    private byte[] narrow = new byte[FIRST_SIZE];

    /// Half a pair of surrogates becomes U+FFFD: whatever is decoded can be written in any encoding.
    String decode(byte[] bytes, int from, int characters) {
        if (narrow.length < characters) {
            narrow = new byte[characters];
        }
        var low = narrow;
        int high = 0;
        for (int i = 0, at = from; i < characters; i++, at += 2) {
            low[i] = bytes[at];
            high |= bytes[at + 1];
        }
        return high == 0
                ? new String(low, 0, characters, StandardCharsets.ISO_8859_1)
                : new String(bytes, from, characters * 2, StandardCharsets.UTF_16LE);
    }
}
