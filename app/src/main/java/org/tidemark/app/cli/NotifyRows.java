// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tidemark.notify.Notice;
import org.tidemark.run.NoticeBook.Sent;

/// Notices as rows and as a table.
final class NotifyRows {
    private NotifyRows() {}

    static Row notice(Notice notice) {
        return Row.of("notice")
                .put("id", notice.id())
                .put("ticket", notice.ticket())
                .put("owner", notice.owner())
                .put("recipient", notice.recipient().address())
                .put("channel", notice.recipient().channel().id())
                .put("format", notice.recipient().format().id())
                .put("language", notice.recipient().language())
                .put("campaign", notice.campaign())
                .put("servers", notice.lines().stream().map(Notice.Line::server).toList())
                .put("reason", notice.reason().id())
                .put("suspected", notice.suspected())
                .put("plannedAt", notice.at())
                .put("lines", notice.lines().stream().map(NotifyRows::line).toList());
    }

    private static Map<String, Object> line(Notice.Line line) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("server", line.server());
        fields.put("address", line.where().display());
        fields.put("reason", line.reason().id());
        fields.put("since", line.since());
        fields.put("suspected", line.suspected());
        return fields;
    }

    static Row sent(Sent sent) {
        return notice(sent.notice())
                .put("state", sent.state().id())
                .put("stateAt", sent.at())
                .put("detail", sent.detail().isEmpty() ? null : sent.detail());
    }

    static Table table(Collection<Notice> notices) {
        var table = new Table("TICKET", "SERVERS", "CAMPAIGN", "WHY", "OWNER AND RECIPIENT");
        for (var notice : notices) {
            table.row(
                    notice.suspected() ? Terminal.Ink.BAD : Terminal.Ink.STRONG,
                    notice.ticket(),
                    Figures.number(notice.lines().size()),
                    notice.campaign(),
                    notice.reason().id() + (notice.suspected() ? ", broken into?" : ""),
                    notice.owner() + " <" + notice.recipient().address() + ">");
        }
        return table;
    }
}
