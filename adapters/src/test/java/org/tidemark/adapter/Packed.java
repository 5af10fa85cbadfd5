// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/// Bytes packed in the ways that inputs may be.
public final class Packed {
    private Packed() {}

    public static byte[] gzip(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    /// Two gzip files one after the other, as `cat a.gz b.gz` makes them.
    public static byte[] gzipInPieces(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        packed.write(gzip(Arrays.copyOf(bytes, bytes.length / 2)));
        packed.write(gzip(Arrays.copyOfRange(bytes, bytes.length / 2, bytes.length)));
        return packed.toByteArray();
    }

    public static byte[] zstd(byte[] bytes) {
        return Zstd.compress(bytes);
    }

    public static byte[] xz(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new XZOutputStream(packed, new LZMA2Options(1))) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    /// @param members names and contents in turn
    public static byte[] zip(Object... members) throws IOException {
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

    /// @param members names and contents in turn; one whose name has a `+` before it is not encrypted
    public static byte[] lockedZip(String password, EncryptionMethod cipher, Object... members) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new net.lingala.zip4j.io.outputstream.ZipOutputStream(packed, password.toCharArray())) {
            for (int i = 0; i < members.length; i += 2) {
                var parameters = new ZipParameters();
                boolean plain = ((String) members[i]).startsWith("+");
                parameters.setFileNameInZip(((String) members[i]).substring(plain ? 1 : 0));
                parameters.setEncryptFiles(!plain);
                parameters.setEncryptionMethod(cipher);
                out.putNextEntry(parameters);
                out.write((byte[]) members[i + 1]);
                out.closeEntry();
            }
        }
        return packed.toByteArray();
    }

    /// @param members names and contents in turn; a content that is a text makes a symbolic link to it
    public static byte[] tar(Object... members) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new TarArchiveOutputStream(packed)) {
            out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (int i = 0; i < members.length; i += 2) {
                var name = (String) members[i];
                if (members[i + 1] instanceof String target) {
                    var link = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
                    link.setLinkName(target);
                    out.putArchiveEntry(link);
                } else {
                    var entry = new TarArchiveEntry(name, true);
                    entry.setSize(((byte[]) members[i + 1]).length);
                    out.putArchiveEntry(entry);
                    out.write((byte[]) members[i + 1]);
                }
                out.closeArchiveEntry();
            }
        }
        return packed.toByteArray();
    }

    /// @param password null where nothing is encrypted
    /// @param members names and contents in turn
    public static byte[] sevenZip(@Nullable String password, Object... members) throws IOException {
        var channel = new SeekableInMemoryByteChannel();
        try (var out = password == null
                ? new SevenZOutputFile(channel)
                : new SevenZOutputFile(channel, password.toCharArray())) {
            for (int i = 0; i < members.length; i += 2) {
                var entry = new SevenZArchiveEntry();
                entry.setName((String) members[i]);
                out.putArchiveEntry(entry);
                out.write((byte[]) members[i + 1]);
                out.closeArchiveEntry();
            }
            out.finish();
        }
        return Arrays.copyOf(channel.array(), (int) channel.size());
    }
}
