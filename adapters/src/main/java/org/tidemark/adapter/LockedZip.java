// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.model.FileHeader;
import org.jspecify.annotations.Nullable;

/// Members of a zip archive that need a password: AES and the old cipher of PKWARE.
final class LockedZip implements Closeable {
    /// How much is read to see whether a password is right; the old cipher's own test lets one wrong in 256
    /// through.
    private static final int TRIAL = 1 << 20;

    private final Held held;
    private final Set<String> passwords;
    private @Nullable ZipFile zip;
    private Map<Long, FileHeader> headers = Map.of();
    private @Nullable String latest;

    LockedZip(Held held, Passwords passwords) {
        this.held = held;
        this.passwords = new LinkedHashSet<>(passwords.all());
    }

    /// @param offset where the member begins in the archive
    InputStream open(long offset) throws IOException {
        var opened = opened();
        var header = headers.get(offset);
        if (header == null) {
            throw new IOException("it is damaged");
        }
        var last = latest;
        if (last != null && opens(opened, header, last)) {
            return stream(opened, header, last);
        }
        for (var password : passwords) {
            if (!password.equals(last) && opens(opened, header, password)) {
                latest = password;
                return stream(opened, header, password);
            }
        }
        throw new Members.Locked();
    }

    private ZipFile opened() throws IOException {
        var opened = zip;
        if (opened == null) {
            opened = new ZipFile(held.path().toFile());
            zip = opened;
            headers = new HashMap<>();
            for (var header : opened.getFileHeaders()) {
                headers.put(header.getOffsetLocalHeader(), header);
            }
        }
        return opened;
    }

    private static boolean opens(ZipFile zip, FileHeader header, String password) {
        try (var in = stream(zip, header, password)) {
            in.readNBytes(TRIAL);
            return true;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private static InputStream stream(ZipFile zip, FileHeader header, String password) throws IOException {
        zip.setPassword(password.toCharArray());
        return zip.getInputStream(header);
    }

    @Override
    public void close() throws IOException {
        if (zip != null) {
            zip.close();
        }
    }
}
