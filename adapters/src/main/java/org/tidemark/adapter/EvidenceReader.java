// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.tidemark.fault.Problem;

/// Reads evidence of any known kind, packed or not, in archives inside archives, in the order of the input.
///
/// What a file is, its content tells; where it lay tells only what content cannot.
public final class EvidenceReader {
    private final List<EvidenceFormat> formats;
    private final Limits limits;
    private final EvidenceSink sink;

    public EvidenceReader(List<EvidenceFormat> formats, Limits limits, EvidenceSink sink) {
        this.formats = List.copyOf(formats);
        this.limits = limits;
        this.sink = sink;
    }

    /// Reads one input to its end, or up to where it cannot be read.
    ///
    /// @return how many files inside a folder or archive no reader claimed
    public long read(Input input) {
        return new Unpacker(members(), limits, sink::problem).read(input);
    }

    private MemberReader members() {
        return new MemberReader() {
            @Override
            public long read(Peeked in, String file, boolean named) throws IOException {
                return EvidenceReader.this.read(in, file, named);
            }

            @Override
            public Problem unknown(String file) {
                return EvidenceReader.unknown(file);
            }
        };
    }

    private long read(Peeked in, String file, boolean named) throws IOException {
        var head = Head.of(in.head());
        var origin = Origin.of(file);
        var format = recognise(head, origin);
        if (format.isPresent()) {
            var counted = new Counted(in);
            read(
                    format.get(),
                    format.get().wantsBytes() ? Document.raw(counted, origin) : Document.of(counted, head, origin));
            sink.bytes(counted.bytes);
        } else if (in.brokeOff()) {
            in.transferTo(OutputStream.nullOutputStream());
        } else if (!named) {
            return 1;
        } else if (head.length() > 0) {
            sink.problem(unknown(file));
        }
        return 0;
    }

    private void read(EvidenceFormat format, Document document) throws IOException {
        try {
            format.read(document, sink);
        } catch (BadRecord e) {
            sink.problem(new Problem(e.place(document.file()), e.cause(), e.cure()));
        } catch (Budget.LimitReached e) {
            throw e;
        } catch (IOException e) {
            sink.problem(InputReader.unreadable(Problem.Place.file(document.file()), e));
        }
    }

    private Optional<EvidenceFormat> recognise(Head head, Origin origin) {
        EvidenceFormat surest = null;
        var claim = Format.Claim.NO;
        for (var format : formats) {
            var other = format.claim(head, origin);
            if (other.compareTo(claim) > 0) {
                surest = format;
                claim = other;
            }
        }
        return Optional.ofNullable(surest);
    }

    private static Problem unknown(String file) {
        return Problem.in(
                file,
                "No reader knows this as evidence.",
                "Give logs, event logs or files of a web site as they were collected, or an archive of them.");
    }

    private static final class Counted extends FilterInputStream {
        private long bytes;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            bytes += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int count = in.read(into, from, length);
            bytes += Math.max(count, 0);
            return count;
        }
    }
}
