// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Unpacks gzip (RFC 1952), all members of a file one after the other.
///
/// The JDK's own stream stops without a word where a second member begins badly, and the usual other one loses what
/// it had unpacked when the data breaks off. Here every byte before a fault is given out, and every fault is told.
final class GzipStream extends InputStream {
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int HEADER_CHECK = 2;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 check = new CRC32();
    private final byte[] packed = new byte[64 * 1024];
    private int at;
    private int filled;
    private boolean inMember;
    private boolean first = true;
    private boolean ended;

    GzipStream(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!ended) {
            if (!inMember) {
                startMember();
            } else if (inflater.finished()) {
                endMember();
            } else {
                int count = inflate(into, from, length);
                if (count > 0) {
                    return count;
                }
            }
        }
        return -1;
    }

    private int inflate(byte[] into, int from, int length) throws IOException {
        if (inflater.needsInput()) {
            if (at == filled) {
                fill();
            }
            inflater.setInput(packed, at, filled - at);
            at = filled;
        }
        try {
            int count = inflater.inflate(into, from, length);
            if (count == 0 && inflater.needsDictionary()) {
                throw new IOException("its packed data is damaged");
            }
            check.update(into, from, count);
            return count;
        } catch (DataFormatException e) {
            throw new IOException("its packed data is damaged", e);
        }
    }

    private void endMember() throws IOException {
        at = filled - inflater.getRemaining();
        long expectedCheck = fourBytes();
        long expectedSize = fourBytes();
        if (expectedCheck != check.getValue() || expectedSize != (inflater.getBytesWritten() & 0xFFFF_FFFFL)) {
            throw new IOException("its packed data is damaged: the check sum is wrong");
        }
        inMember = false;
        first = false;
    }

    private void startMember() throws IOException {
        int next = skipPadding();
        if (next < 0) {
            ended = true;
            return;
        }
        if (next != 0x1F || oneByte() != 0x8B || oneByte() != 8) {
            throw new IOException("something else follows its packed data");
        }
        int flags = oneByte();
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip(oneByte() + oneByte() * 256);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CHECK) != 0) {
            skip(2);
        }
        inflater.reset();
        check.reset();
        inMember = true;
    }

    /// Between and after members some tools fill up blocks with zeros.
    private int skipPadding() throws IOException {
        while (true) {
            if (at == filled && !more()) {
                return -1;
            }
            int next = packed[at++] & 0xFF;
            if (next != 0 || first) {
                return next;
            }
        }
    }

    private void skipText() throws IOException {
        while (oneByte() != 0) {}
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            oneByte();
        }
    }

    private long fourBytes() throws IOException {
        long value = 0;
        for (int i = 0; i < 4; i++) {
            value |= (long) oneByte() << (8 * i);
        }
        return value;
    }

    private int oneByte() throws IOException {
        if (at == filled) {
            fill();
        }
        return packed[at++] & 0xFF;
    }

    private void fill() throws IOException {
        if (!more()) {
            throw new EOFException("its packed data breaks off");
        }
    }

    private boolean more() throws IOException {
        at = 0;
        filled = Math.max(0, in.read(packed, 0, packed.length));
        return filled > 0;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
