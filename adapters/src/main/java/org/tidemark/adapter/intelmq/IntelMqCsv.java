// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.intelmq;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.PrintableText;
import org.tidemark.export.Exposed;
import org.tidemark.export.Imprint;

/// IntelMQ events as CSV with a header (RFC 4180), for its generic CSV parser and for spreadsheets. Keeps nothing of
/// what it wrote.
public final class IntelMqCsv implements Consumer<Exposed>, AutoCloseable {
    private static final String FORMULA = "=+-@";

    private final OutputStream out;
    private final IntelMqEvents events;
    private long written;

    /// @param out stays open
    public IntelMqCsv(OutputStream out, Imprint imprint) {
        this.out = out;
        this.events = new IntelMqEvents(imprint);
        line(IntelMqEvents.COLUMNS);
    }

    @Override
    public void accept(Exposed exposed) {
        for (var event : events.of(exposed)) {
            line(IntelMqEvents.COLUMNS.stream()
                    .map(column -> text(event, column))
                    .toList());
            written++;
        }
    }

    private static String text(Map<String, Object> event, String column) {
        return cell(event.get(column));
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> number.toString();
            case List<?> texts -> texts.stream().map(String::valueOf).collect(Collectors.joining(","));
            case Object text -> text.toString();
        };
    }

    private void line(List<String> cells) {
        var line = cells.stream().map(IntelMqCsv::quoted).collect(Collectors.joining(",", "", "\r\n"));
        try {
            out.write(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A cell that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection).
    private static String quoted(String text) {
        var cell = PrintableText.of(text);
        var safe = !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
        boolean plain = safe.indexOf(',') < 0 && safe.indexOf('"') < 0;
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    /// How many events were written.
    public long written() {
        return written;
    }

    @Override
    public void close() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
