// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.tukaani.xz.XZInputStream;

/// How a file is packed, by its first bytes; names prove nothing.
enum Packing {
    NONE(""),
    GZIP("\u001F\u008B\b"),
    ZSTD("(\u00B5/\u00FD"),
    XZ("\u00FD7zXZ\0"),
    ZIP("PK\u0003\u0004"),
    EMPTY_ZIP("PK\u0005\u0006"),
    SEVEN_ZIP("7z\u00BC\u00AF'\u001C"),
    /// Has no mark at its beginning, but a check sum over its first block.
    TAR("");

    /// How many bytes are needed to tell.
    static final int MAGIC = TarHeader.BLOCK;

    private static final int XZ_MEMORY_KIB = 128 * 1024;

    private final String magic;

    /// @param magic the bytes, each as a character
    Packing(String magic) {
        this.magic = magic;
    }

    static Packing of(byte[] head) {
        var beginning = new String(head, StandardCharsets.ISO_8859_1);
        for (var packing : values()) {
            if (!packing.magic.isEmpty() && beginning.startsWith(packing.magic)) {
                return packing;
            }
        }
        return isTar(head) ? TAR : NONE;
    }

    private static boolean isTar(byte[] head) {
        var header = TarHeader.of(head);
        return header != null && !header.name().isEmpty();
    }

    boolean isArchive() {
        return this == ZIP || this == EMPTY_ZIP || this == SEVEN_ZIP || this == TAR;
    }

    /// The stream without its packing; an archive stays as it is. Several packed pieces in a row are read as one.
    InputStream unpack(InputStream in) throws IOException {
        return switch (this) {
            case NONE, ZIP, EMPTY_ZIP, SEVEN_ZIP, TAR -> in;
            case GZIP -> new GzipStream(in);
            case ZSTD -> new ZstdInputStreamNoFinalizer(in);
            case XZ -> new XZInputStream(in, XZ_MEMORY_KIB);
        };
    }
}
