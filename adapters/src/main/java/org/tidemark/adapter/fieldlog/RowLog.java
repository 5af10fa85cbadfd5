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
import org.tidemark.adapter.Limits;
import org.tidemark.adapter.Lines;
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
        var lines = new Lines(document, Limits.DEFAULT.lineBytes());
        try {
            while (lines.next()) {
                if (lines.tooLong()) {
                    tell(lines, "This line is too long to be a row.", "Check what wrote it; the others were read.");
                } else {
                    line(lines);
                }
            }
        } finally {
            sink.seen(document.file(), tally.seen());
        }
    }

    private void line(Lines lines) {
        int from = lines.from();
        int to = lines.to();
        if (from < to && (lines.bytes()[from] == 0 || lines.bytes()[to - 1] == 0)) {
            tellPadding(lines);
            while (from < to && lines.bytes()[from] == 0) {
                from++;
            }
            while (to > from && lines.bytes()[to - 1] == 0) {
                to--;
            }
        }
        if (from == to) {
            return;
        }
        if (lines.bytes()[from] == '#') {
            header(text(lines.bytes(), from, to));
        } else if (!isHeader(lines.bytes(), from, to)) {
            row(lines, from, to);
        }
    }

    private void row(Lines lines, int from, int to) {
        tally.count(lines.bytes(), from, to);
        boolean wanted = sink.wants(kind, lines.bytes(), from, to);
        if (!wanted && named) {
            return;
        }
        var fields = fields(text(lines.bytes(), from, to));
        var server = first(fields, servers());
        named = true;
        tally.server(server);
        if (wanted) {
            derive(fields);
            var place = new Trace.Place(document.file(), path, lines.line(), null);
            sink.trace(new Trace(kind, fields, time(fields), server != null ? server : told(tally.server()), place));
        }
    }

    private static @Nullable String told(String server) {
        return server.isEmpty() ? null : server;
    }

    private void tellPadding(Lines lines) {
        if (!padded) {
            padded = true;
            tell(
                    lines,
                    "Zero bytes stand here, as a crash of the server leaves them.",
                    "What was not yet written then is lost; the rows around it were read.");
        }
    }

    private void tell(Lines lines, String cause, String cure) {
        sink.problem(new Problem(Problem.Place.line(document.file(), lines.line(), lines.offset()), cause, cure));
    }

    /// Takes in a line that begins with `#`.
    abstract void header(String line);

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
                return values.getFirst();
            }
        }
        return null;
    }

    static List<String> lower(List<String> names) {
        return names.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    }

    /// UTF-8, and bytes of an older code page as they are.
    static String text(byte[] bytes, int from, int to) {
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
