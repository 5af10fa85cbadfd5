// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.fault.Problem;

/// The rows of a CSV file (RFC 4180), one at a time.
///
/// A quote that is never closed would swallow the rest of the file. Here it costs its own line only: a value may run
/// over some lines, and where it runs on, the line with the quote becomes a problem and the next ones are read again.
public final class CsvRows {
    private static final int MOST_LINES = 100;
    private static final int MOST_CHARACTERS = 1 << 20;

    private final Lines lines;
    private final String file;
    private final Sink sink;
    private final Deque<Line> waiting = new ArrayDeque<>();

    private record Line(Problem.Place place, String text, boolean ended) {}

    /// @param place where the row begins
    /// @param fields its values, without quotes
    /// @param ended whether a line break closes it; the last row of a file that was cut off has none
    public record Row(Problem.Place place, List<String> fields, boolean ended) {}

    public CsvRows(Document document, Sink sink) {
        this.lines = new Lines(document, Limits.LONGEST_LINE);
        this.file = document.file();
        this.sink = sink;
    }

    /// Makes a row that cannot be read a problem.
    public void problem(Row row, BadRecord why) {
        problem(row.place(), why);
    }

    private void problem(Problem.Place place, BadRecord why) {
        sink.problem(new Problem(place, why.cause(), why.cure()));
    }

    /// The place after all that was read so far.
    Problem.Place reached() {
        return Problem.Place.line(file, lines.line() + 1, lines.reached());
    }

    /// The next line as it stands, blank ones left out; for what may stand before the rows.
    public @Nullable String peek() throws IOException {
        if (waiting.isEmpty()) {
            var line = readLine();
            if (line == null) {
                return null;
            }
            waiting.add(line);
        }
        return waiting.element().text();
    }

    /// Leaves the line behind that [#peek()] showed.
    public void drop() {
        waiting.remove();
    }

    /// The next row, or null at the end.
    public @Nullable Row next(char separator) throws IOException {
        while (true) {
            var first = nextLine();
            if (first == null) {
                return null;
            }
            var row = CsvLine.split(first.text(), separator);
            if (row != null) {
                return new Row(first.place(), row, first.ended());
            }
            var longer = joined(first, separator);
            if (longer != null) {
                return longer;
            }
            problem(
                    first.place(),
                    new BadRecord(
                            "A quote is opened in this row and not closed.",
                            "Close the quote, or take the file from its source again; the other rows were read."));
        }
    }

    private @Nullable Row joined(Line first, char separator) throws IOException {
        var text = new StringBuilder(first.text());
        var used = new ArrayList<Line>();
        while (used.size() < MOST_LINES && text.length() < MOST_CHARACTERS) {
            var line = nextLine();
            if (line == null) {
                break;
            }
            used.add(line);
            text.append('\n').append(line.text());
            // Without a quote in it, the new line cannot close the value.
            var row = line.text().indexOf('"') < 0 ? null : CsvLine.split(text.toString(), separator);
            if (row != null) {
                return new Row(first.place(), row, line.ended());
            }
        }
        used.reversed().forEach(waiting::addFirst);
        return null;
    }

    private @Nullable Line nextLine() throws IOException {
        var line = waiting.poll();
        return line != null ? line : readLine();
    }

    private @Nullable Line readLine() throws IOException {
        while (lines.next()) {
            if (lines.tooLong()) {
                sink.problem(InputReader.tooLong(here(), Limits.LONGEST_LINE));
            } else if (!lines.blank()) {
                var text = new String(lines.bytes(), lines.from(), lines.to() - lines.from(), StandardCharsets.UTF_8);
                return new Line(here(), text, lines.ended());
            }
        }
        return null;
    }

    private Problem.Place here() {
        return Problem.Place.line(file, lines.line(), lines.offset());
    }
}
