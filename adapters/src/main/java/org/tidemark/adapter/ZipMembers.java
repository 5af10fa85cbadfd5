// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// A zip archive by its list of members, which stands at the end.
final class ZipMembers implements Members {
    private static final int END = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;

    private final Held held;
    private final ZipFile zip;
    private final List<ZipArchiveEntry> entries;
    private final List<Member> members = new ArrayList<>();
    private final LockedZip locked;

    private ZipMembers(Held held, ZipFile zip, List<ZipArchiveEntry> entries, Passwords passwords) {
        this.held = held;
        this.zip = zip;
        this.entries = entries;
        this.locked = new LockedZip(held, passwords);
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            members.add(new Member(
                    ZipName.of(entry),
                    entry.getSize(),
                    i,
                    entry.isUnixSymlink(),
                    entry.getGeneralPurposeBit().usesEncryption()));
        }
        members.sort(Comparator.comparing(Member::name)
                .thenComparingLong(member -> entries.get(member.index()).getLocalHeaderOffset()));
    }

    /// By the list at the end; where that is missing, by what stands before each member.
    static Members open(Held held, Passwords passwords, int most) throws IOException {
        var channel = new BoundedChannel(held.channel());
        ZipFile zip;
        try {
            zip = ZipFile.builder()
                    .setSeekableByteChannel(channel)
                    .setIgnoreLocalFileHeader(true)
                    .get();
        } catch (BoundedChannel.TooLong e) {
            channel.close();
            throw e;
        } catch (IOException | RuntimeException e) {
            channel.close();
            return new CutZip(held, most);
        }
        channel.lift();
        var entries = new ArrayList<ZipArchiveEntry>();
        for (var entry : Collections.list(zip.getEntries())) {
            if (!isFolder(entry)) {
                entries.add(entry);
            }
        }
        return new ZipMembers(held, zip, entries, passwords);
    }

    /// Some programs end the names of folders in a backslash.
    static boolean isFolder(ZipArchiveEntry entry) {
        return entry.isDirectory() || (entry.getSize() <= 0 && ZipName.of(entry).endsWith("\\"));
    }

    @Override
    public List<Member> list() {
        return members;
    }

    @Override
    public String comment() {
        try {
            var end = held.end(END + LONGEST_COMMENT);
            for (int i = end.length - END; i >= 0; i--) {
                if (end[i] == 'P' && end[i + 1] == 'K' && end[i + 2] == 5 && end[i + 3] == 6) {
                    return new String(end, i + END, end.length - i - END, StandardCharsets.UTF_8);
                }
            }
        } catch (IOException e) {
            // Who cannot read the end of the file says so when it reads the members.
        }
        return "";
    }

    @Override
    public InputStream open(Member member) throws IOException {
        var entry = entries.get(member.index());
        try {
            if (member.locked()) {
                return locked.open(entry.getLocalHeaderOffset());
            }
            var in = zip.getInputStream(entry);
            if (in == null) {
                throw new IOException("its packing is not known");
            }
            return in;
        } catch (RuntimeException e) {
            throw new IOException("it is damaged: " + e, e);
        }
    }

    @Override
    public void close() throws IOException {
        locked.close();
        zip.close();
    }
}
