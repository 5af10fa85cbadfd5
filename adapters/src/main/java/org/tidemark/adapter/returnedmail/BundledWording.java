// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.returnedmail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tidemark.adapter.CsvLine;
import org.tidemark.bounce.Meaning;
import org.tidemark.bounce.Phrase;
import org.tidemark.bounce.Wording;
import org.tidemark.bounce.Wording.Mark;
import org.tidemark.bounce.Wording.Sense;
import org.tidemark.bounce.Wording.Shows;
import org.tidemark.bounce.Wording.Where;

/// The tables `marks.csv`, `meanings.csv` and `codes.csv` beside this class.
public final class BundledWording {
    private static final Wording ALL = new Wording(marks(), senses(), codes());

    private BundledWording() {}

    public static Wording all() {
        return ALL;
    }

    private static List<Mark> marks() {
        return rows("marks.csv", 4).stream()
                .map(row -> new Mark(
                        Shows.valueOf(constant(row.get(0))),
                        Where.valueOf(constant(row.get(1))),
                        row.get(2),
                        row.get(3).isEmpty() ? Phrase.any() : Phrase.of(row.get(3))))
                .toList();
    }

    private static List<Sense> senses() {
        return rows("meanings.csv", 3).stream()
                .map(row -> new Sense(meaning(row.get(0)), row.get(1).equals("yes"), Phrase.of(row.get(2))))
                .toList();
    }

    private static Map<String, Meaning> codes() {
        var codes = new HashMap<String, Meaning>();
        rows("codes.csv", 2).forEach(row -> codes.put(row.get(0), meaning(row.get(1))));
        return codes;
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static Meaning meaning(String word) {
        return Meaning.named(word).orElseThrow(() -> new IllegalStateException("no meaning is called " + word));
    }

    /// The rows below the header. A row of another width is a mistake of ours.
    private static List<List<String>> rows(String name, int width) {
        try (var in = BundledWording.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " was not packaged");
            }
            var rows = new ArrayList<List<String>>();
            for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                var row = line.isBlank() || line.startsWith("#") ? null : CsvLine.split(line, ',');
                if (row != null && row.size() != width && !(row.size() == width - 1 && line.endsWith(","))) {
                    throw new IllegalStateException(name + ": '" + line + "' has " + row.size() + " cells");
                }
                if (row != null) {
                    rows.add(row.size() == width ? row : filled(row));
                }
            }
            return rows.subList(1, rows.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The splitter gives no cell behind a comma at the end of a line.
    private static List<String> filled(List<String> row) {
        var filled = new ArrayList<>(row);
        filled.add("");
        return filled;
    }
}
