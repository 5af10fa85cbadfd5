// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.commons.compress.archivers.sevenz.SevenZMethod;
import org.jspecify.annotations.Nullable;

/// A 7z archive. Its members are packed one behind the other, so they are read in the archive's own order.
final class SevenZipMembers implements Members {
    /// More than any program takes that is not told to: 7-Zip's largest preset has 64 MiB, newer ones 256.
    private static final int MEMORY_KIB = 320 * 1024;

    private static final int TRIAL = 1 << 20;
    private static final int LINK = 0x400;
    private static final int UNIX_LINK = 0xA000;

    private final Held held;
    private final Passwords passwords;
    private final Patience patience = new Patience();
    private SeekableByteChannel channel;
    private SevenZFile file;
    private List<SevenZArchiveEntry> entries = List.of();
    private final List<Member> members = new ArrayList<>();
    private boolean opened;
    private boolean hopeless;

    SevenZipMembers(Held held, Passwords passwords) throws IOException {
        this.held = held;
        this.passwords = passwords;
        this.channel = held.channel();
        this.file = first();
        take();
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            if (!entry.isDirectory() && !entry.isAntiItem()) {
                var name = entry.getName() == null ? "unnamed" : entry.getName();
                members.add(new Member(name, entry.getSize(), i, isLink(entry), false));
            }
        }
    }

    private void take() {
        var all = new ArrayList<SevenZArchiveEntry>();
        file.getEntries().forEach(all::add);
        entries = all;
    }

    private static boolean isLink(SevenZArchiveEntry entry) {
        int attributes = entry.getHasWindowsAttributes() ? entry.getWindowsAttributes() : 0;
        return (attributes & LINK) != 0 || ((attributes >>> 16) & 0xF000) == UNIX_LINK;
    }

    /// The list of members may itself be encrypted.
    private SevenZFile first() throws IOException {
        try {
            return of(channel, null);
        } catch (PasswordRequiredException e) {
            for (var password : passwords.all()) {
                try {
                    var right = patience.with(() -> of(channel, password));
                    opened = true;
                    return right;
                } catch (IOException wrong) {
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

    private static SevenZFile of(SeekableByteChannel channel, @Nullable String password) throws IOException {
        channel.position(0);
        var builder = SevenZFile.builder().setSeekableByteChannel(channel).setMaxMemoryLimitKiB(MEMORY_KIB);
        return password == null ? builder.get() : builder.setPassword(password).get();
    }

    @Override
    public List<Member> list() {
        return members;
    }

    @Override
    public InputStream open(Member member) throws IOException {
        var entry = entries.get(member.index());
        try {
            var in = file.getInputStream(entry);
            if (!isLocked(entry)) {
                return in;
            }
            if (!opened) {
                unlock(member.index());
            }
            return begun(member.index());
        } catch (RuntimeException e) {
            throw new IOException("it is damaged: " + e, e);
        }
    }

    /// How a member is packed is known once it was asked for.
    private static boolean isLocked(SevenZArchiveEntry entry) {
        var methods = entry.getContentMethods();
        if (methods != null) {
            for (var method : methods) {
                if (method.getMethod() == SevenZMethod.AES256SHA256) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Begins to read, which is when the password is hashed.
    private InputStream begun(int index) throws IOException {
        return patience.with(() -> {
            var in = new PushbackInputStream(file.getInputStream(entries.get(index)));
            int first = in.read();
            if (first >= 0) {
                in.unread(first);
            }
            return in;
        });
    }

    private void unlock(int index) throws IOException {
        if (hopeless) {
            throw new Locked();
        }
        for (var password : passwords.all()) {
            close();
            channel = held.channel();
            file = of(channel, password);
            take();
            if (opens(index)) {
                opened = true;
                return;
            }
        }
        hopeless = true;
        throw new Locked();
    }

    /// A wrong password gives bytes that do not unpack, or whose check sum is wrong.
    private boolean opens(int index) {
        try {
            return patience.with(() -> {
                try (var in = file.getInputStream(entries.get(index))) {
                    in.readNBytes(TRIAL);
                    return true;
                }
            });
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
        channel.close();
    }
}
