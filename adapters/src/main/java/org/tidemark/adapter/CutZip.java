// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.jspecify.annotations.Nullable;

/// A zip archive that has lost its list of members: it was cut off, or never finished. Read from its beginning, by what
/// stands before each member.
final class CutZip implements Members {
    private final Held held;
    private final List<Member> members = new ArrayList<>();
    private @Nullable ZipArchiveInputStream in;
    private int at = -1;

    CutZip(Held held, int most) throws IOException {
        this.held = held;
        try (var listing = stream()) {
            int index = 0;
            for (var entry = next(listing); entry != null && index <= most; entry = next(listing)) {
                if (!ZipMembers.isFolder(entry)) {
                    members.add(new Member(
                            ZipName.of(entry),
                            -1,
                            index,
                            entry.isUnixSymlink(),
                            entry.getGeneralPurposeBit().usesEncryption()));
                }
                index++;
            }
        }
        if (members.isEmpty()) {
            throw new IOException("it is damaged, and not one of its members can be made out");
        }
    }

    /// Null at the end, which here is wherever nothing more can be made out.
    private static @Nullable ZipArchiveEntry next(ZipArchiveInputStream in) {
        try {
            return in.getNextEntry();
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    private ZipArchiveInputStream stream() throws IOException {
        return new ZipArchiveInputStream(new BufferedInputStream(held.stream()));
    }

    @Override
    public List<Member> list() {
        return members;
    }

    @Override
    public String damage() {
        return "This archive is damaged: its list of members is missing. It was read as far as it goes.";
    }

    @Override
    public InputStream open(Member member) throws IOException {
        if (member.locked()) {
            throw new Locked();
        }
        if (in == null || at >= member.index()) {
            close();
            in = stream();
            at = -1;
        }
        var reading = in;
        ZipArchiveEntry entry = null;
        while (at < member.index()) {
            entry = next(reading);
            at++;
            if (entry == null) {
                throw new IOException("it is damaged");
            }
        }
        if (entry == null || !reading.canReadEntryData(entry)) {
            throw new IOException("its packing is not known");
        }
        return new FilterInputStream(reading) {
            @Override
            public void close() {
                // The archive goes on behind this member.
            }
        };
    }

    @Override
    public void close() throws IOException {
        if (in != null) {
            in.close();
            in = null;
        }
    }
}
