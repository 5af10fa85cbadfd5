// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.collector;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Folders that lie in one place only, for files that were copied without what is above them: the table `anchors.csv`.
/// Their path is taken as that of a usual installation.
final class Anchors {
    private record Row(String folder, String path) {}

    private static final List<Row> ROWS = Table.bundled("anchors.csv").rows().stream()
            .map(row -> new Row(row.getOrDefault("folder", ""), row.getOrDefault("path", "")))
            .toList();

    private Anchors() {}

    /// Where a file lay; null where no folder of its name tells.
    ///
    /// @param name with `/` or `\` between the parts
    static @Nullable String path(String name) {
        var plain = "/" + name.replace('\\', '/');
        var lower = plain.toLowerCase(Locale.ROOT);
        for (var row : ROWS) {
            int at = lower.indexOf(row.folder);
            if (at >= 0) {
                return Paths.straight(
                        row.path + plain.substring(at + row.folder.length()).replace('/', '\\'));
            }
        }
        return null;
    }
}
