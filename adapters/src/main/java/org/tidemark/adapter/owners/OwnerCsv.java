// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.owners;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tidemark.adapter.CsvTable;
import org.tidemark.adapter.SmallCsv;
import org.tidemark.fault.Outcome;
import org.tidemark.notify.OwnerRow;

/// A table of owners. Any of the columns, in any order; several values of a cell with `;` between.
final class OwnerCsv {
    private OwnerCsv() {}

    static Outcome<OwnerRow> read(byte[] bytes, String file, String name) throws IOException {
        var rows = new ArrayList<OwnerRow>();
        var form = new SmallCsv.Form(
                OwnerFile.MEBIBYTES,
                columns -> columns.contains("owner"),
                "This is no list of owners: the first row does not name the column owner.",
                "Write the columns on the first line, of these: " + String.join(", ", RowText.COLUMNS) + ".");
        var problems = SmallCsv.read(
                new ByteArrayInputStream(bytes),
                file,
                form,
                row -> rows.add(RowText.read(column -> values(row, column), name, row.line())));
        return new Outcome<>(rows, problems);
    }

    private static List<String> values(CsvTable.Row row, String column) {
        var cell = row.get(column);
        return cell == null
                ? List.of()
                : Arrays.stream(cell.split(";", -1))
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .toList();
    }
}
