// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.grouping;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.tidemark.adapter.BadRecord;
import org.tidemark.adapter.CsvTable;
import org.tidemark.adapter.SmallCsv;
import org.tidemark.fault.Outcome;

/// A CSV file that says who is where: the columns `range, asn, domain, server, country` name servers, `sector` and
/// `constituency` what they are; any of them, in any order, others are left alone. A cell may hold several values
/// with `;` between, and a row with several cells names all that any of them names.
public final class GroupFile {
    private static final List<String> KEYS = List.of("server", "range", "domain", "asn", "country");
    private static final int MEBIBYTES = 64;

    private final String column;
    private final Grouping.Builder groups = new Grouping.Builder();

    private GroupFile(String column) {
        this.column = column;
    }

    /// @param file as the user would find it
    /// @param column which of its columns says the group
    /// @return one grouping, and what could not be read
    /// @throws IOException where the stream cannot be read
    public static Outcome<Grouping> read(InputStream in, String file, String column) throws IOException {
        var reading = new GroupFile(column);
        var form = new SmallCsv.Form(
                MEBIBYTES,
                columns -> columns.contains(column) && names(columns),
                "The first row does not name the column " + column + " and one of " + String.join(", ", KEYS) + ".",
                "Write `range," + column + "` on the first line and a range with its " + column
                        + " on each line below.");
        var problems = SmallCsv.read(in, file, form, reading::row);
        return new Outcome<>(List.of(reading.groups.build()), problems);
    }

    private static boolean names(Set<String> columns) {
        return KEYS.stream().anyMatch(columns::contains);
    }

    private void row(CsvTable.Row row) throws BadRecord {
        var group = row.get(column);
        if (group == null) {
            // A row that says other things only is for another question.
            return;
        }
        int named = keys(row, "server", group, groups::server)
                + keys(row, "range", group, groups::range)
                + keys(row, "domain", group, groups::domain)
                + keys(row, "asn", group, groups::network)
                + keys(row, "country", group, groups::country);
        if (named == 0) {
            throw new BadRecord(
                    "This row names no server, range, domain, network or country.",
                    "Say in it what is in the group; the other rows were used.");
        }
    }

    private static int keys(CsvTable.Row row, String key, String group, BiPredicate<String, String> add)
            throws BadRecord {
        var cell = row.get(key);
        if (cell == null) {
            return 0;
        }
        int named = 0;
        for (var text : cell.split(";", -1)) {
            var value = text.strip();
            if (value.isEmpty()) {
                continue;
            }
            if (!add.test(value, group)) {
                throw new BadRecord(
                        "'" + value + "' is no " + words(key) + ".",
                        "Correct it; what stands before it in the row and the other rows were used.");
            }
            named++;
        }
        return named;
    }

    private static String words(String key) {
        return switch (key) {
            case "range" -> "range of addresses like 192.0.2.0/24";
            case "asn" -> "number of a network like 64500";
            case "country" -> "country of two letters like DE";
            case "domain" -> "domain like example.org";
            default -> key;
        };
    }
}
