// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A file on its way to a reader that goes through it from its beginning.
///
/// @param in the unpacked file as UTF-8 and without a byte order mark, or as it is where the format
///     asks for that; not closed by who reads it
/// @param file the file as the user would find it
/// @param path the file's path on the server; null where it cannot be told
/// @param archived whether it lay in an archive on the server
/// @param utf16 whether the file itself is UTF-16, so that offsets count two bytes a unit
/// @param before how many bytes of the file stand before the stream's first: a byte order mark
public record Document(
        InputStream in, String file, @Nullable String path, boolean archived, boolean utf16, int before) {
    /// A file that lay in no archive.
    public Document(InputStream in, String file, @Nullable String path, boolean utf16, int before) {
        this(in, file, path, false, utf16, before);
    }

    /// @param unpacked the file from its very beginning
    static Document of(InputStream unpacked, Head head, Origin origin) throws IOException {
        boolean utf16 = !head.charset().equals(StandardCharsets.UTF_8);
        int mark = head.markBytes();
        unpacked.skipNBytes(mark);
        return new Document(
                utf16 ? new Utf8Stream(unpacked, head.charset()) : unpacked,
                origin.file(),
                origin.path(),
                origin.archived(),
                utf16,
                mark);
    }

    /// The same with a line feed where lines end with a carriage return alone.
    Document withNewBreaks() {
        return new Document(new OldBreaks(in), file, path, archived, utf16, before);
    }

    /// A file whose very bytes count: nothing is decoded and no mark is taken off.
    static Document raw(InputStream unpacked, Origin origin) {
        return new Document(unpacked, origin.file(), origin.path(), origin.archived(), false, 0);
    }

    public Origin origin() {
        return new Origin(file, path, archived);
    }

    /// A part of a record that is a document of its own; places in it say nothing about the file.
    public static Document inside(byte[] utf8) {
        return new Document(new ByteArrayInputStream(utf8), "", null, false, 0);
    }

    /// How many bytes of the file a part of the UTF-8 stands for.
    public long width(byte[] utf8, int from, int to) {
        if (!utf16) {
            return (long) to - from;
        }
        long units = 0;
        for (int i = from; i < to; i++) {
            int b = utf8[i] & 0xFF;
            units += b >= 0xF0 ? 2 : b < 0x80 || b >= 0xC0 ? 1 : 0;
        }
        return units * 2;
    }
}
