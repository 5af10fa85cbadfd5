// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// How much of its limits one input has used up, all members of an archive together.
final class Budget {
    private final Limits limits;
    private long packed;
    private long unpacked;

    Budget(Limits limits) {
        this.limits = limits;
    }

    Limits limits() {
        return limits;
    }

    /// An input that used up its limit. Nothing more of it is read.
    static final class LimitReached extends IOException {
        private static final long serialVersionUID = 1L;

        LimitReached(String message) {
            super(message);
        }
    }

    void addPacked(long bytes) {
        packed += bytes;
    }

    private void addUnpacked(long bytes) throws LimitReached {
        unpacked += bytes;
        if (unpacked > limits.unpackedBytes()) {
            throw new LimitReached("it unpacks to more than " + limits.unpackedBytes() + " bytes");
        }
        if (unpacked > limits.ratioFrom() && unpacked / limits.ratio() > packed) {
            throw new LimitReached("it unpacks to more than " + limits.ratio() + " times its size");
        }
    }

    /// Counts what comes in packed.
    InputStream packed(InputStream in) {
        return new Counted(in) {
            @Override
            void count(int bytes) {
                addPacked(bytes);
            }
        };
    }

    /// Counts what comes out unpacked, and turns every fault of an unpacking library into an [IOException]: on
    /// damaged input some of them end in an unchecked exception.
    InputStream unpacked(InputStream in) {
        return new Counted(in) {
            @Override
            void count(int bytes) throws LimitReached {
                addUnpacked(bytes);
            }
        };
    }

    private abstract static class Counted extends FilterInputStream {
        Counted(InputStream in) {
            super(in);
        }

        abstract void count(int bytes) throws LimitReached;

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            int count = read(one, 0, 1);
            return count < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int count;
            try {
                count = in.read(into, from, length);
            } catch (EOFException e) {
                // By its own type: an XML parser takes this one for the proper end of its document.
                throw new IOException("its packed data breaks off", e);
            } catch (RuntimeException e) {
                throw new IOException("it is damaged: " + e, e);
            }
            if (count > 0) {
                count(count);
            }
            return count;
        }

        @Override
        public long skip(long bytes) throws IOException {
            long left = bytes;
            var waste = new byte[(int) Math.min(8192, Math.max(bytes, 1))];
            while (left > 0) {
                int count = read(waste, 0, (int) Math.min(waste.length, left));
                if (count < 0) {
                    break;
                }
                left -= count;
            }
            return bytes - left;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
