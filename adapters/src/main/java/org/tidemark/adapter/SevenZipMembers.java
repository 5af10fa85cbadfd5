// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.jspecify.annotations.Nullable;

/// A 7z archive. Its members are packed one behind the other, so they are read in the archive's own order.
final class SevenZipMembers implements Members {
    /// More than any program takes that is not told to: 7-Zip's largest preset has 64 MiB, newer ones 256.
    private static final int MEMORY_KIB = 320 * 1024;

    private static final int TRIAL = 1 << 20;
    private static final int LINK = 0x400;
    private static final int UNIX_LINK = 0xA000;

    private final Held held;
    private SevenZFile file;
    private SeekableByteChannel channel;
    private final List<SevenZArchiveEntry> entries = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();
    private boolean locked;

    SevenZipMembers(Held held, Passwords passwords) throws IOException {
        this.held = held;
        this.channel = held.channel();
        this.file = first(passwords);
        take();
        if (locked) {
            close();
            reopen(passwords);
        }
    }

    /// The list of members may itself be encrypted.
    private SevenZFile first(Passwords passwords) throws IOException {
        try {
            return opened(null);
        } catch (PasswordRequiredException e) {
            for (var password : passwords.all()) {
                try {
                    return opened(password);
                } catch (IOException | RuntimeException wrong) {
                    // The next one, then.
                }
            }
            channel.close();
            throw new Locked();
        } catch (IOException e) {
            channel.close();
            throw e;
        } catch (RuntimeException e) {
            channel.close();
            throw new IOException("it is damaged: " + e, e);
        }
    }

    private SevenZFile opened(@Nullable String password) throws IOException {
        channel.position(0);
        var builder = SevenZFile.builder().setSeekableByteChannel(channel).setMaxMemoryLimitKiB(MEMORY_KIB);
        return password == null ? builder.get() : builder.setPassword(password).get();
    }

    private void take() {
        entries.clear();
        members.clear();
        for (var entry : file.getEntries()) {
            var name = entry.getName();
            if (!entry.isDirectory() && !entry.isAntiItem()) {
                int attributes = entry.getHasWindowsAttributes() ? entry.getWindowsAttributes() : 0;
                boolean link = (attributes & LINK) != 0 || ((attributes >>> 16) & 0xF000) == UNIX_LINK;
                members.add(new Member(name == null ? "unnamed" : name, entry.getSize(), entries.size(), link, false));
                entries.add(entry);
            }
        }
        locked = smallest().map(this::isLocked).orElse(false);
    }

    private Optional<SevenZArchiveEntry> smallest() {
        return entries.stream()
                .filter(SevenZArchiveEntry::hasStream)
                .min(Comparator.comparingLong(SevenZArchiveEntry::getSize));
    }

    private boolean isLocked(SevenZArchiveEntry entry) {
        try (var in = file.getInputStream(entry)) {
            in.read();
            return false;
        } catch (PasswordRequiredException e) {
            return true;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private void reopen(Passwords passwords) throws IOException {
        for (var password : passwords.all()) {
            channel = held.channel();
            file = opened(password);
            if (opens()) {
                take();
                locked = false;
                return;
            }
            close();
        }
        channel = held.channel();
        file = opened(null);
        members.replaceAll(member -> new Member(member.name(), member.size(), member.index(), member.link(), true));
    }

    /// A wrong password gives bytes that do not unpack, or whose check sum is wrong.
    private boolean opens() {
        for (var entry : file.getEntries()) {
            if (entry.hasStream()
                    && entry.getSize()
                            == smallest().map(SevenZArchiveEntry::getSize).orElse(-1L)) {
                try (var in = file.getInputStream(entry)) {
                    in.readNBytes(TRIAL);
                    return true;
                } catch (IOException | RuntimeException e) {
                    return false;
                }
            }
        }
        return false;
    }

    @Override
    public List<Member> list() {
        return members;
    }

    @Override
    public String comment() {
        return "";
    }

    @Override
    public @Nullable String damage() {
        return null;
    }

    @Override
    public InputStream open(Member member) throws IOException {
        if (locked) {
            throw new Locked();
        }
        try {
            return file.getInputStream(entries.get(member.index()));
        } catch (PasswordRequiredException e) {
            throw new Locked();
        } catch (RuntimeException e) {
            throw new IOException("it is damaged: " + e, e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
        channel.close();
    }
}
