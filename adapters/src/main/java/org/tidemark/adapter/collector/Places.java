// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.collector;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tidemark.hunt.Kind;

/// Which kind of evidence a file is, by where it lay: the table `places.csv`.
final class Places {
    private record Row(Kind kind, String path) {}

    private static final List<Row> ROWS = Table.bundled("places.csv").rows().stream()
            .map(row -> new Row(Kind.of(row.getOrDefault("kind", "")).orElseThrow(), row.getOrDefault("path", "")))
            .toList();

    private Places() {}

    static Optional<Kind> kind(String path) {
        var plain = "/" + path.replace('\\', '/').replace('!', '/').toLowerCase(Locale.ROOT);
        return ROWS.stream()
                .filter(row -> plain.contains(row.path))
                .map(Row::kind)
                .findFirst();
    }
}
