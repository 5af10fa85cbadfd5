// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tidemark.exposure.Sighting;
import org.tidemark.fault.Problem;

/// Reads inputs of any known format, packed or not, one after the other and in their order.
///
/// A format is recognised by content alone. Nothing is written anywhere, and no more than one line or one XML element
/// is held at a time.
public final class InputReader {
    private final List<Format> formats;
    private final Limits limits;

    public InputReader(List<Format> formats, Limits limits) {
        this.formats = List.copyOf(formats);
        this.limits = limits;
    }

    /// What was read of an input.
    ///
    /// @param sightings how many sightings it gave
    /// @param problems how many parts of it could not be read
    /// @param skipped how many files inside a folder or archive no reader claimed
    public record Tally(long sightings, long problems, long skipped) {
        static final Tally NOTHING = new Tally(0, 0, 0);

        public Tally plus(Tally other) {
            return new Tally(sightings + other.sightings, problems + other.problems, skipped + other.skipped);
        }
    }

    /// Reads one input to its end, or up to where it cannot be read on.
    public Tally read(Input input, Sink sink) {
        var counting = new CountingSink(sink);
        long skipped = new Unpacker(members(counting), limits, Passwords.none(), counting::problem)
                .read(input, input.name(), Surroundings.UNKNOWN);
        return new Tally(counting.sightings, counting.problems, skipped);
    }

    private MemberReader members(Sink sink) {
        return new MemberReader() {
            @Override
            public long read(Peeked in, Spot spot) throws IOException {
                return InputReader.this.read(in, spot.file(), spot.named(), sink);
            }

            @Override
            public Problem unknown(String file) {
                return InputReader.this.unknown(file);
            }
        };
    }

    private long read(Peeked in, String file, boolean named, Sink sink) throws IOException {
        var head = Head.of(in.head());
        var format = recognise(head);
        if (format.isPresent()) {
            read(format.get(), head, in, file, sink);
        } else if (isBlank(head) || in.brokeOff()) {
            // An empty result is a result. Where the file breaks off before anybody knows it, reading on says so.
            in.transferTo(OutputStream.nullOutputStream());
        } else if (named) {
            sink.problem(isArray(head) ? array(file) : unknown(file));
        } else {
            return 1;
        }
        return 0;
    }

    private static boolean isBlank(Head head) {
        return head.length() < Head.MOST && head.text().isBlank();
    }

    /// The format that is surest of a beginning; the first in order where several are equally sure.
    public Optional<Format> recognise(Head head) {
        Format surest = null;
        var claim = Format.Claim.NO;
        for (var format : formats) {
            var other = format.claim(head);
            if (other.compareTo(claim) > 0) {
                surest = format;
                claim = other;
            }
        }
        return Optional.ofNullable(surest);
    }

    private void read(Format format, Head head, InputStream unpacked, String file, Sink sink) throws IOException {
        var document = Document.of(unpacked, head, new Origin(file, null));
        switch (format) {
            case LineFormat lines -> readLines(lines, new Lines(document, limits.lineBytes()), file, sink);
            case DocumentFormat whole -> readDocument(whole, document, sink);
        }
    }

    private static void readDocument(DocumentFormat format, Document document, Sink sink) throws IOException {
        try {
            format.read(document, sink);
        } catch (BadRecord e) {
            sink.problem(new Problem(e.place(document.file()), e.cause(), e.cure()));
        }
    }

    private void readLines(LineFormat format, Lines lines, String file, Sink sink) throws IOException {
        try {
            while (lines.next()) {
                readLine(format, lines, file, sink);
            }
        } catch (Budget.LimitReached e) {
            throw e;
        } catch (IOException e) {
            sink.problem(unreadable(Problem.Place.line(file, lines.line() + 1, lines.reached()), e));
        }
    }

    private void readLine(LineFormat format, Lines lines, String file, Sink sink) {
        var place = Problem.Place.line(file, lines.line(), lines.offset());
        if (lines.tooLong()) {
            sink.problem(tooLong(place, limits.lineBytes()));
        } else if (!lines.blank()) {
            try {
                var position = new LineFormat.Position(file, lines.line(), lines.offset());
                format.read(lines.bytes(), lines.from(), lines.to(), position, sink);
            } catch (BadRecord e) {
                sink.problem(badLine(place, e, lines.ended()));
            }
        }
    }

    /// @param ended whether a line break closes the line
    static Problem badLine(Problem.Place place, BadRecord bad, boolean ended) {
        var cutOff = ended ? "" : " No line break follows it: the file may be cut off here.";
        return new Problem(place, bad.cause() + cutOff, bad.cure());
    }

    static Problem tooLong(Problem.Place place, int limit) {
        return new Problem(
                place,
                "This line is longer than " + limit + " bytes.",
                "Check what wrote it; the other lines were read.");
    }

    static Problem unreadable(Problem.Place place, IOException e) {
        if (e instanceof AccessDeniedException) {
            return new Problem(place, "You may not read this file.", "Take the right to read it, or read a copy.");
        }
        var said = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new Problem(
                place,
                "The file cannot be read on from here: " + said,
                "Check the file, or take it from its source again; what stands before was read.");
    }

    private static boolean isArray(Head head) {
        return head.text().stripLeading().startsWith("[");
    }

    private static Problem array(String file) {
        return Problem.in(
                file,
                "This is one JSON array, and no reader knows it as a whole.",
                "If it is scan output that was gathered into an array, write a record a line again: `jq -c '.[]'`.");
    }

    Problem unknown(String file) {
        var ids = formats.stream().map(Format::id).distinct().collect(Collectors.joining(", "));
        return Problem.in(
                file, "No reader knows what this file is.", "Give a file of one of these formats: " + ids + ".");
    }

    private static final class CountingSink implements Sink {
        private final Sink next;
        private long sightings;
        private long problems;

        CountingSink(Sink next) {
            this.next = next;
        }

        @Override
        public void sighting(Sighting sighting) {
            sightings++;
            next.sighting(sighting);
        }

        @Override
        public void problem(Problem problem) {
            problems++;
            next.problem(problem);
        }
    }
}
