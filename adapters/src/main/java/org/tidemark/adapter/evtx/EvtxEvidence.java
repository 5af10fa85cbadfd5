// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.Document;
import org.tidemark.adapter.EvidenceFormat;
import org.tidemark.adapter.EvidenceSink;
import org.tidemark.adapter.FileTally;
import org.tidemark.adapter.Format;
import org.tidemark.adapter.Head;
import org.tidemark.adapter.Origin;
import org.tidemark.adapter.Times;
import org.tidemark.fault.Problem;
import org.tidemark.hunt.Kind;
import org.tidemark.hunt.Trace;

/// Windows event logs as evidence: each event as fields by the names that rules use.
///
/// `System` is flattened to `channel`, `eventid`, `provider_name`, `computer` and so on; data have their own
/// names, data
/// without a name are all called `data`, and of user data the innermost element names the field.
public final class EvtxEvidence implements EvidenceFormat {
    private static final String MAGIC = "ElfFile\0";
    private static final String DATUM = "EventData/Data[";

    /// More computers and channels than any log of one server holds; what comes after them counts to none.
    private static final int MOST_LOGS = 10_000;

    private record Log(String computer, String channel) {}

    @Override
    public Format.Claim claim(Head head, Origin origin) {
        return head.start().startsWith(MAGIC) ? Format.Claim.CERTAIN : Format.Claim.NO;
    }

    @Override
    public void read(Document document, EvidenceSink sink) throws IOException {
        var taking = new Taking(document.file(), document.path(), sink);
        try {
            EvtxReader.read(document.in(), taking, sink.workers());
        } finally {
            taking.tallies.values().forEach(tally -> sink.seen(document.file(), tally.seen()));
        }
    }

    private static final class Taking implements EvtxSink {
        private final String file;
        private final EvidenceSink sink;
        private final @Nullable String path;
        private final Map<Log, FileTally> tallies = new LinkedHashMap<>();

        Taking(String file, @Nullable String path, EvidenceSink sink) {
            this.file = file;
            this.sink = sink;
            this.path = path;
        }

        @Override
        public void event(EvtxEvent event) {
            var fields = fields(event);
            var time = time(event);
            var computer = fields.getOrDefault("computer", List.of("")).getFirst();
            tally(computer, fields.getOrDefault("channel", List.of("")).getFirst())
                    .count(time);
            var place = new Trace.Place(file, path, null, event.number());
            sink.trace(new Trace(Kind.EVENT_LOG, fields, time, computer.isEmpty() ? null : computer, place));
        }

        private FileTally tally(String computer, String channel) {
            var log = new Log(computer, channel);
            var named = tallies.size() < MOST_LOGS || tallies.containsKey(log) ? log : new Log("", "");
            return tallies.computeIfAbsent(named, told -> {
                var tally = new FileTally(Kind.EVENT_LOG, told.channel(), Times::instant);
                tally.server(told.computer());
                return tally;
            });
        }

        @Override
        public void fault(EvtxFault fault) {
            var place = new Problem.Place(file, null, fault.record(), fault.offset());
            sink.problem(new Problem(place, fault.cause(), fault.cure()));
        }
    }

    private static @Nullable Instant time(EvtxEvent event) {
        var written = Times.instant(event.value("System/TimeCreated/@SystemTime"));
        return written != null ? written : event.written();
    }

    private static Map<String, List<String>> fields(EvtxEvent event) {
        var fields = new HashMap<String, List<String>>();
        for (var field : event.fields()) {
            var name = name(field.path());
            if (!name.isEmpty()) {
                fields.computeIfAbsent(name, _ -> new ArrayList<>(1)).add(field.value());
            }
        }
        if (event.recovered()) {
            fields.put("recovered", List.of("true"));
        }
        return fields;
    }

    /// The name of a field in rules; empty where it has none.
    private static String name(String path) {
        if (path.startsWith(DATUM) && path.endsWith("]")) {
            return path.substring(DATUM.length(), path.length() - 1)
                    .replace("]]", "]")
                    .toLowerCase(Locale.ROOT);
        }
        var parts = path.split("/", -1);
        var last = parts[parts.length - 1];
        if (last.startsWith("@") && parts.length > 1) {
            // `Provider_Name`, `TimeCreated_SystemTime`.
            return (parts[parts.length - 2] + "_" + last.substring(1)).toLowerCase(Locale.ROOT);
        }
        return last.startsWith("@") || last.startsWith("?") ? "" : last.toLowerCase(Locale.ROOT);
    }
}
