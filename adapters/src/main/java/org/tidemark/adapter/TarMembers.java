// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A tar archive.
///
/// The usual library gives up a whole archive that is cut off, and reads its members only in one go; here what stands
/// before a break is read, and the collector's own record before everything else.
final class TarMembers implements Members {
    private static final int LONGEST_EXTRA = 1 << 16;

    private final SeekableByteChannel channel;
    private final List<Long> offsets = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();
    private @Nullable String damage;
    private @Nullable String nextName;
    private long nextSize = -1;

    TarMembers(Held held, int most) throws IOException {
        channel = held.channel();
        try {
            list(most);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        members.sort(Comparator.comparing(Member::name).thenComparingInt(Member::index));
    }

    private void list(int most) throws IOException {
        long size = channel.size();
        long at = 0;
        while (members.size() <= most) {
            var block = at + TarHeader.BLOCK <= size ? bytes(at, TarHeader.BLOCK) : new byte[0];
            if (block.length < TarHeader.BLOCK || isEmpty(block)) {
                // Two empty blocks end an archive; some programs write one, or none.
                return;
            }
            var header = TarHeader.of(block);
            if (header == null) {
                damage = "This archive is damaged after " + at + " bytes. What stands before was read.";
                return;
            }
            long from = at + TarHeader.BLOCK;
            long length = nextSize >= 0 && isMember(header) ? nextSize : header.size();
            take(header, from, length);
            if (length > size - from) {
                damage = "This archive is cut off inside its member " + last() + ". It was read as far as it goes.";
                return;
            }
            at = from + (length + TarHeader.BLOCK - 1) / TarHeader.BLOCK * TarHeader.BLOCK;
        }
    }

    private String last() {
        return members.isEmpty() ? "1" : members.getLast().name();
    }

    private static boolean isMember(TarHeader header) {
        return "xgLK".indexOf(header.type()) < 0;
    }

    private void take(TarHeader header, long from, long length) throws IOException {
        switch (header.type()) {
            case 'L' -> {
                var name = bytes(from, (int) Math.min(length, LONGEST_EXTRA));
                nextName = TarHeader.text(name, 0, name.length);
            }
            case 'x' -> extra(bytes(from, (int) Math.min(length, LONGEST_EXTRA)));
            case 'g', 'K' -> {}
            default -> {
                var name = nextName == null ? header.name() : nextName;
                if (header.type() != '5' && !name.endsWith("/")) {
                    // `7` is a file that lies in one piece; everything else has no content, or in pieces.
                    boolean file = header.type() == '0' || header.type() == '7';
                    members.add(new Member(name, length, offsets.size(), !file, false));
                    offsets.add(from);
                }
                nextName = null;
                nextSize = -1;
            }
        }
    }

    /// Records of the form `<length> <key>=<value>` and a line break.
    private void extra(byte[] records) {
        int at = 0;
        while (at < records.length) {
            int blank = at;
            int length = 0;
            while (blank < records.length && records[blank] >= '0' && records[blank] <= '9' && length < LONGEST_EXTRA) {
                length = length * 10 + records[blank++] - '0';
            }
            if (length <= blank - at || at + length > records.length) {
                return;
            }
            var record = new String(records, blank + 1, at + length - blank - 1, StandardCharsets.UTF_8).strip();
            int equals = record.indexOf('=');
            var value = record.substring(equals + 1);
            if (record.startsWith("path=")) {
                nextName = value;
            } else if (record.startsWith("size=") && value.matches("\\d{1,15}")) {
                nextSize = Long.parseLong(value);
            }
            at += length;
        }
    }

    private static boolean isEmpty(byte[] block) {
        for (byte b : block) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    private byte[] bytes(long at, int most) throws IOException {
        channel.position(at);
        return Channels.newInputStream(channel).readNBytes(most);
    }

    @Override
    public List<Member> list() {
        return members;
    }

    @Override
    public @Nullable String damage() {
        return damage;
    }

    @Override
    public InputStream open(Member member) {
        return new Part(offsets.get(member.index()), member.size());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /// The bytes of one member.
    private final class Part extends InputStream {
        private long at;
        private long left;

        Part(long at, long left) {
            this.at = at;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            channel.position(at);
            int count = channel.read(ByteBuffer.wrap(into, from, (int) Math.min(length, left)));
            if (count < 0) {
                throw new IOException("the archive breaks off here");
            }
            at += count;
            left -= count;
            return count;
        }
    }
}
