// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.collector;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tidemark.hunt.Kind;

/// Which kind of evidence a file is, by where it lay: the table `places.csv`.
final class Places {
    private record Row(Kind kind, String path, String end) {}

    private static final List<Row> ROWS = Table.bundled("places.csv").rows().stream()
            .map(row -> new Row(
                    Kind.of(row.getOrDefault("kind", "")).orElseThrow(),
                    row.getOrDefault("path", ""),
                    row.getOrDefault("end", "")))
            .toList();

    private static final Pattern PACKED = Pattern.compile("\\.(?:gz|zst|xz)$");

    private Places() {}

    static Optional<Kind> kind(String path) {
        return row(plain(path)).map(Row::kind);
    }

    /// The kind that a file of this path must be: it is called as such files are.
    static Optional<Kind> expected(String path) {
        var plain = plain(path);
        var bare = PACKED.matcher(plain).replaceFirst("");
        return row(plain)
                .filter(row -> row.end.equals("*") || (!row.end.isEmpty() && bare.endsWith(row.end)))
                .map(Row::kind);
    }

    private static String plain(String path) {
        return "/" + path.replace('\\', '/').toLowerCase(Locale.ROOT);
    }

    private static Optional<Row> row(String plain) {
        return ROWS.stream().filter(row -> plain.contains(row.path)).findFirst();
    }
}
