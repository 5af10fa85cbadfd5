// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.published;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.BadRecord;
import org.tidemark.adapter.CsvTable;
import org.tidemark.adapter.SmallCsv;
import org.tidemark.fault.Outcome;

/// A CSV file with the columns `date,value,label,source`, the last two as wanted: what others counted, to be drawn
/// beside one's own line.
public final class PublishedFile {
    private static final SmallCsv.Form FORM = new SmallCsv.Form(
            4,
            columns -> columns.contains("date") && columns.contains("value"),
            "The first row does not name the columns date and value.",
            "Write `date,value,label,source` on the first line and one published number on each line below.");

    /// Ten digits are more servers than there are IPv4 addresses.
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,10}");

    private PublishedFile() {}

    /// @param file as the user would find it
    /// @return the numbers, oldest first, and what could not be read
    /// @throws IOException where the stream cannot be read
    public static Outcome<PublishedCount> read(InputStream in, String file) throws IOException {
        var counts = new ArrayList<PublishedCount>();
        var problems = SmallCsv.read(in, file, FORM, row -> counts.add(count(row)));
        counts.sort(Comparator.comparing(PublishedCount::date)
                .thenComparing(PublishedCount::label)
                .thenComparingLong(PublishedCount::value));
        return new Outcome<>(List.copyOf(counts), problems);
    }

    private static PublishedCount count(CsvTable.Row row) throws BadRecord {
        return new PublishedCount(
                date(row.get("date")),
                value(row.get("value")),
                Objects.requireNonNullElse(row.get("label"), ""),
                Objects.requireNonNullElse(row.get("source"), ""));
    }

    private static LocalDate date(@Nullable String text) throws BadRecord {
        try {
            return LocalDate.parse(text == null ? "" : text);
        } catch (DateTimeException e) {
            throw new BadRecord(
                    text == null ? "This row has no date." : "'" + text + "' is no day.",
                    "Write the day like 2021-03-09; the other rows were used.");
        }
    }

    private static long value(@Nullable String text) throws BadRecord {
        if (text == null || !NUMBER.matcher(text).matches()) {
            throw new BadRecord(
                    text == null ? "This row has no value." : "'" + text + "' is no number of servers.",
                    "Write digits alone, like 82000; the other rows were used.");
        }
        return Long.parseLong(text);
    }
}
