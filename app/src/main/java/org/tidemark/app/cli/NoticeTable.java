// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tidemark.notify.Notice;
import org.tidemark.notify.NoticeText.Facts;

/// The table that goes with a notice, with the column names of IntelMQ's harmonisation, which CERTs' tools read.
final class NoticeTable {
    private static final List<String> COLUMNS = List.of(
            "time.source",
            "source.ip",
            "source.port",
            "source.fqdn",
            "source.local_hostname",
            "source.asn",
            "classification.taxonomy",
            "classification.type",
            "classification.identifier",
            "extra.build",
            "extra.update",
            "extra.vulnerable_since",
            "extra.server");

    private NoticeTable() {}

    /// @param facts for each line of the notice, in their order
    static String csv(Notice notice, List<Facts> facts) {
        var text = new StringBuilder();
        line(text, COLUMNS);
        for (int i = 0; i < facts.size(); i++) {
            var line = notice.lines().get(i);
            var where = line.where();
            var known = facts.get(i);
            var cells = new ArrayList<String>();
            cells.add(known.seen().toString());
            cells.add(said(where.ip()));
            cells.add(said(where.port()));
            cells.add(said(where.host()));
            cells.add(said(where.name()));
            cells.add(said(line.network()));
            cells.add(line.suspected() ? "intrusions" : "vulnerable");
            cells.add(line.suspected() ? "system-compromise" : "vulnerable-system");
            cells.add(notice.campaign());
            cells.add(said(known.build()));
            cells.add(said(known.update()));
            cells.add(line.since().toString());
            cells.add(line.server());
            line(text, cells);
        }
        return text.toString();
    }

    private static String said(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append(cells.stream().map(CsvRows::quoted).collect(Collectors.joining(",")))
                .append("\r\n");
    }
}
