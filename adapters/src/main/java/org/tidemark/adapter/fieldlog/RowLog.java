// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.fieldlog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.Document;
import org.tidemark.adapter.EvidenceSink;
import org.tidemark.adapter.FileTally;
import org.tidemark.adapter.InOrder;
import org.tidemark.adapter.Limits;
import org.tidemark.adapter.LineBlocks;
import org.tidemark.adapter.RowMarks;
import org.tidemark.fault.Problem;
import org.tidemark.hunt.Kind;
import org.tidemark.hunt.Trace;

/// One log on its way: lines, of which some are headers and the others rows under the latest header.
///
/// A row that cannot matter is counted and left alone; only its time is looked at.
abstract class RowLog {
    private final Document document;
    private final EvidenceSink sink;
    private final Kind kind;
    private final FileTally tally;
    private final @Nullable String path;
    private long lines;
    private boolean padded;
    private boolean named;

    RowLog(Document document, EvidenceSink sink, Kind kind) {
        this.document = document;
        this.sink = sink;
        this.kind = kind;
        this.tally = new FileTally(kind, this::timeOf);
        this.path = document.path();
    }

    final void read() throws IOException {
        var screen = sink.screen(kind);
        var ordered = new InOrder<RowMarks>(sink.workers(), this::take);
        var blocks = new LineBlocks(document, Limits.DEFAULT.lineBytes());
        try {
            for (var block = blocks.next(); block != null; block = blocks.next()) {
                var next = block;
                ordered.add(() -> RowMarks.of(next, screen, this::mayBeginHeader));
            }
        } finally {
            try {
                ordered.finish();
            } finally {
                sink.seen(document.file(), tally.seen());
            }
        }
    }

    /// Blocks come in their order, each with the lines that somebody must look at.
    private void take(RowMarks marks) {
        if (marks.block().tooLong()) {
            tell(
                    marks.block(),
                    0,
                    1,
                    "This line is too long to be a row.",
                    "Check what wrote it; the others were read.");
        }
        tally.count(marks.rows());
        for (int mark = 0; mark < marks.count(); mark++) {
            line(marks, mark);
        }
        lines += marks.lines();
    }

    private void line(RowMarks marks, int mark) {
        var bytes = marks.block().bytes();
        int from = marks.from(mark);
        int to = marks.to(mark);
        if (marks.is(mark, RowMarks.PADDED)) {
            tellPadding(marks.block(), from, marks.line(mark));
        }
        if (from == to) {
            return;
        }
        if (marks.is(mark, RowMarks.HEADER)) {
            header(text(bytes, from, to));
        } else if (marks.is(mark, RowMarks.MAY_BE_HEADER) && isHeader(bytes, from, to)) {
            tally.count(-1);
        } else {
            if (marks.is(mark, RowMarks.TIME)) {
                tally.note(bytes, from, to);
            }
            row(marks, mark);
        }
    }

    private void row(RowMarks marks, int mark) {
        boolean wanted = marks.is(mark, RowMarks.WANTED);
        if (!wanted && named) {
            return;
        }
        var fields = fields(text(marks.block().bytes(), marks.from(mark), marks.to(mark)));
        var server = first(fields, servers());
        named = true;
        tally.server(server);
        if (wanted) {
            derive(fields);
            var place = new Trace.Place(document.file(), path, lines + marks.line(mark), null);
            sink.trace(new Trace(kind, fields, time(fields), server != null ? server : told(tally.server()), place));
        }
    }

    private static @Nullable String told(String server) {
        return server.isEmpty() ? null : server;
    }

    private void tellPadding(LineBlocks.Block block, int at, int line) {
        if (!padded) {
            padded = true;
            tell(
                    block,
                    at,
                    line,
                    "Zero bytes stand here, as a crash of the server leaves them.",
                    "What was not yet written then is lost; the rows around it were read.");
        }
    }

    private void tell(LineBlocks.Block block, int at, int line, String cause, String cure) {
        long offset = block.offset() + document.width(block.bytes(), 0, at);
        sink.problem(new Problem(Problem.Place.line(document.file(), lines + line, offset), cause, cure));
    }

    /// Takes in a line that begins with `#`.
    abstract void header(String line);

    /// Whether a header without `#` can begin so. Asked by several threads at once.
    boolean mayBeginHeader(byte first) {
        return false;
    }

    /// Whether a line without `#` is a header; it is taken in then.
    abstract boolean isHeader(byte[] bytes, int from, int to);

    /// A row as its fields, the names in lower case.
    abstract Map<String, List<String>> fields(String row);

    /// Fields that say which computer wrote the row.
    abstract List<String> servers();

    /// Adds what rules ask for and no column holds.
    void derive(Map<String, List<String>> fields) {}

    /// The time of a row by its fields.
    abstract @Nullable Instant time(Map<String, List<String>> fields);

    /// The time of a row by its beginning.
    abstract @Nullable Instant timeOf(String beginning);

    static Map<String, List<String>> paired(List<String> columns, List<String> values) {
        var fields = new HashMap<String, List<String>>();
        for (int i = 0; i < Math.min(columns.size(), values.size()); i++) {
            if (!columns.get(i).isEmpty()) {
                fields.computeIfAbsent(columns.get(i), _ -> new ArrayList<>(1)).add(values.get(i));
            }
        }
        return fields;
    }

    static @Nullable String first(Map<String, List<String>> fields, List<String> names) {
        for (var name : names) {
            var values = fields.getOrDefault(name, List.of());
            if (!values.isEmpty()
                    && !values.getFirst().isEmpty()
                    && !values.getFirst().equals("-")) {
                return values.getFirst().strip();
            }
        }
        return null;
    }

    static List<String> lower(List<String> names) {
        return names.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    }

    private static boolean isAscii(byte[] bytes, int from, int to) {
        int any = 0;
        for (int i = from; i < to; i++) {
            any |= bytes[i];
        }
        return any >= 0;
    }

    /// UTF-8, and bytes of an older code page as they are.
    static String text(byte[] bytes, int from, int to) {
        if (isAscii(bytes, from, to)) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
    }
}
