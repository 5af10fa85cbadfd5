// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/// Bytes packed in the ways that inputs may be.
final class Packed {
    private Packed() {}

    static byte[] gzip(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    /// Two gzip files one after the other, as `cat a.gz b.gz` makes them.
    static byte[] gzipInPieces(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        packed.write(gzip(Arrays.copyOf(bytes, bytes.length / 2)));
        packed.write(gzip(Arrays.copyOfRange(bytes, bytes.length / 2, bytes.length)));
        return packed.toByteArray();
    }

    static byte[] zstd(byte[] bytes) {
        return Zstd.compress(bytes);
    }

    static byte[] xz(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new XZOutputStream(packed, new LZMA2Options(1))) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    /// @param members names and contents in turn
    static byte[] zip(Object... members) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(packed)) {
            for (int i = 0; i < members.length; i += 2) {
                out.putNextEntry(new ZipEntry((String) members[i]));
                out.write((byte[]) members[i + 1]);
                out.closeEntry();
            }
        }
        return packed.toByteArray();
    }
}
