// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.eventjson;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.tidemark.adapter.BadRecord;
import org.tidemark.adapter.Document;
import org.tidemark.adapter.EvidenceFormat;
import org.tidemark.adapter.EvidenceSink;
import org.tidemark.adapter.Format;
import org.tidemark.adapter.Head;
import org.tidemark.adapter.JsonShape;
import org.tidemark.adapter.Origin;

/// Windows event logs as JSON Lines: each event as fields by the names that rules use, whatever tool wrote it.
///
/// `channel`, `eventid`, `provider_name`, `computer`, `level`, `recordnumber` and `message` are what the record says of
/// itself. Data have their own names, data without a name are all called `data`, and of user data the innermost element
/// names the field. What other tools found in event logs is told apart and refused.
public final class EventJsonLines implements EvidenceFormat {
    @Override
    public Format.Claim claim(Head head, Origin origin) {
        if (isKnown(head)) {
            return Format.Claim.CERTAIN;
        }
        // A log that was cut off in front begins in the middle of a line.
        int line = head.text().indexOf('\n') + 1;
        boolean cut = line > 0 && !head.text().startsWith("{") && head.text().startsWith("{", line);
        return cut && isKnown(Head.of(head.text().substring(line).getBytes(StandardCharsets.UTF_8)))
                ? Format.Claim.LIKELY
                : Format.Claim.NO;
    }

    private static boolean isKnown(Head head) {
        var shape = JsonShape.of(head);
        return isEvent(shape, "") || isEvent(shape, "_source.") || isResult(shape, head) || isFinding(shape);
    }

    private static boolean isEvent(JsonShape shape, String above) {
        return has(shape, above, "Event.System.EventID")
                || has(shape, above, "Event.System.Provider")
                || has(shape, above, "System.EventID", "System.Provider")
                || has(shape, above, "EventTime", "EventID", "OSPath")
                || has(shape, above, "EventTime", "EventID", "_Source")
                || has(shape, above, "winlog.channel")
                || has(shape, above, "winlog.event_id")
                || has(shape, above, "log_name", "source_name", "event_id")
                || shape.hasObject(above + "data.win.system")
                || has(shape, above, "EventReceivedTime", "EventID")
                || has(shape, above, "Channel", "EventID", "SourceName");
    }

    private static boolean has(JsonShape shape, String above, String... paths) {
        for (var path : paths) {
            if (!shape.has(above + path)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isResult(JsonShape shape, Head head) {
        return shape.has("result.Channel", "result.EventID")
                || shape.has("result.Channel", "result.EventCode")
                || (shape.has("result._raw") && head.text().contains("<Event"));
    }

    private static boolean isFinding(JsonShape shape) {
        return (shape.has("RuleTitle", "Timestamp") && shape.hasAny("Channel", "EventID", "Computer"))
                || (shape.has("group", "kind", "name") && shape.hasAny("document.data", "document.kind", "documents"));
    }

    @Override
    public void read(Document document, EvidenceSink sink) throws IOException, BadRecord {
        new EventFile(document, sink).read();
    }
}
