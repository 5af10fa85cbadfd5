// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import java.util.ArrayList;
import java.util.List;

/// One value of a file as it is written, and where it stands.
///
/// @param file the file as the user would find it
/// @param line its line, from 1
/// @param name the column or key
/// @param text the value without blanks around it
/// @param present whether the column or key is there at all; if not, that has been reported already or is allowed
record Cell(String file, long line, String name, String text, boolean present) {

    static Cell of(String file, long line, String name, String text) {
        return new Cell(file, line, name, bare(text), true);
    }

    /// Most values have no blanks around them, and there are many.
    private static String bare(String text) {
        boolean blanks = !text.isEmpty() && (text.charAt(0) <= ' ' || text.charAt(text.length() - 1) <= ' ');
        return blanks ? text.strip() : text;
    }

    static Cell absent(String file, long line, String name) {
        return new Cell(file, line, name, "", false);
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /// The same place with other words.
    Cell with(String part) {
        return new Cell(file, line, name, part.strip(), present);
    }

    /// The values of a cell that holds several, parted by `;`. An empty cell holds none.
    List<Cell> split() {
        if (text.indexOf(';') < 0) {
            return text.isEmpty() ? List.of() : List.of(this);
        }
        var parts = new ArrayList<Cell>();
        int from = 0;
        while (from <= text.length()) {
            int end = text.indexOf(';', from);
            end = end < 0 ? text.length() : end;
            parts.add(with(text.substring(from, end)));
            from = end + 1;
        }
        return parts;
    }

    static List<String> texts(List<Cell> cells) {
        var texts = new ArrayList<String>(cells.size());
        for (var cell : cells) {
            texts.add(cell.text());
        }
        return texts;
    }
}
