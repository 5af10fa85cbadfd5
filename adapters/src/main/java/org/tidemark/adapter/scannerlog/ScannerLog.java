// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.scannerlog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.Document;
import org.tidemark.adapter.EvidenceFormat;
import org.tidemark.adapter.EvidenceSink;
import org.tidemark.adapter.FileTally;
import org.tidemark.adapter.Format;
import org.tidemark.adapter.Head;
import org.tidemark.adapter.Limits;
import org.tidemark.adapter.Lines;
import org.tidemark.adapter.Origin;
import org.tidemark.adapter.Times;
import org.tidemark.fault.Problem;
import org.tidemark.hunt.Kind;
import org.tidemark.hunt.Trace;

/// What a scanner of Windows found, as its logs say: runs of the Safety Scanner (`msert.log`) and of
/// the Removal Tool (`mrt.log`), several one after the other, and the detections in `MPLog-*.log` and
/// `MPDetection-*.log`.
///
/// One record a place in which something was found, with the fields `threat`, `outcome`, `scheme`,
/// `resource` (the place), `member` (inside an archive), `archived`, `scanner`, `started`, `action`. A
/// run is written in local time without a zone, and it dates the scan and not what was found: those
/// records have no time. A run that found nothing is no record: it saw what its signatures of the day
/// and its exclusions let it see.
public final class ScannerLog implements EvidenceFormat {
    private static final Pattern RUN =
            Pattern.compile("(Microsoft Safety Scanner|Microsoft Windows Malicious Software Removal Tool) v[\\d.]+.*");
    private static final Pattern LINE = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\dT[\\d:.]{8,16}Z?)\\s+(DETECTION\\w*(?:#\\d+)?)\\s+(.{0,2000}?)(\\w+:\\w+/[\\w.!-]+)\\s+"
                    + "(file|containerfile|webfile|process|behavior|amsi|regkey|service):(.+)");
    private static final Pattern OTHER_LOG = Pattern.compile("(?i)(?:^|[/\\\\!])MP(?:Log|Detection)-[^/\\\\!]*\\.log$");

    @Override
    public Format.Claim claim(Head head, Origin origin) {
        var start = head.start();
        if (start.contains("Started On")
                && start.lines().anyMatch(line -> RUN.matcher(line).matches())) {
            return Format.Claim.CERTAIN;
        }
        return OTHER_LOG.matcher(origin.file()).find()
                        || start.lines().anyMatch(line -> LINE.matcher(line).matches())
                ? Format.Claim.LIKELY
                : Format.Claim.NO;
    }

    @Override
    public void read(Document document, EvidenceSink sink) throws IOException {
        new Reading(document, sink).read();
    }

    private static final class Reading {
        private static final Pattern STARTED = Pattern.compile("Started On (.+)");
        private static final Pattern THREAT = Pattern.compile(
                "Threat [Dd]etected: (\\S+?)(?:,| and)\\s+(.+?)[.!]?\\s*|Threat [Dd]etected: (\\S+)\\s*");
        private static final Pattern ACTION = Pattern.compile("Action: (\\w+).*");
        private static final Pattern RESOURCE = Pattern.compile("(\\w{1,30})://(.+)");

        private final Document document;
        private final EvidenceSink sink;
        private final FileTally tally = new FileTally(Kind.SCANNER, Times::instant);
        private String scanner = "";
        private String started = "";
        private String threat = "";
        private String outcome = "";
        private String action = "";

        Reading(Document document, EvidenceSink sink) {
            this.document = document;
            this.sink = sink;
        }

        void read() throws IOException {
            var lines = new Lines(document, Limits.DEFAULT.lineBytes());
            try {
                while (lines.next()) {
                    if (lines.tooLong()) {
                        sink.problem(new Problem(
                                Problem.Place.line(document.file(), lines.line(), lines.offset()),
                                "This line is too long to be one of a scanner.",
                                "Check what wrote it; the others were read."));
                    } else {
                        line(text(lines), lines.line());
                    }
                }
            } finally {
                sink.seen(document.file(), tally.seen());
            }
        }

        private static String text(Lines lines) {
            int length = lines.to() - lines.from();
            return new String(lines.bytes(), lines.from(), length, StandardCharsets.UTF_8).strip();
        }

        private void line(String text, long number) {
            if (text.isEmpty()) {
                return;
            }
            var run = RUN.matcher(text);
            var begin = STARTED.matcher(text);
            var found = THREAT.matcher(text);
            var act = ACTION.matcher(text);
            if (run.matches()) {
                scanner = run.group(1);
                started = "";
                nothingFound();
            } else if (begin.matches()) {
                started = begin.group(1);
            } else if (found.matches()) {
                nothingFound();
                threat = found.group(1) == null ? found.group(3) : found.group(1);
                outcome = found.group(2) == null ? "" : found.group(2);
            } else if (text.startsWith("Results Summary")) {
                nothingFound();
            } else if (act.matches()) {
                action = act.group(1);
            } else {
                place(text, number);
            }
        }

        private void nothingFound() {
            threat = "";
            outcome = "";
            action = "";
        }

        private void place(String text, long number) {
            var place = RESOURCE.matcher(text);
            var line = LINE.matcher(text);
            if (!threat.isEmpty() && place.matches()) {
                give(fields(threat, place.group(1), place.group(2)), null, number);
            } else if (line.matches()) {
                var fields = fields(line.group(4), line.group(5), line.group(6).replaceFirst("^_", ""));
                fields.put("action", List.of((line.group(2) + " " + line.group(3)).strip()));
                give(fields, Times.instant(line.group(1)), number);
            }
        }

        private Map<String, List<String>> fields(String name, String scheme, String target) {
            var fields = new HashMap<String, List<String>>();
            fields.put("threat", List.of(name));
            fields.put("scheme", List.of(scheme));
            int inside = target.indexOf("->");
            fields.put("resource", List.of(inside < 0 ? target : target.substring(0, inside)));
            if (inside >= 0) {
                fields.put("member", List.of(target.substring(inside + 2)));
                fields.put("archived", List.of("yes"));
            }
            put(fields, "outcome", outcome);
            put(fields, "action", action);
            put(fields, "scanner", scanner);
            put(fields, "started", started);
            return fields;
        }

        private static void put(Map<String, List<String>> fields, String name, String value) {
            if (!value.isEmpty()) {
                fields.put(name, List.of(value));
            }
        }

        private void give(Map<String, List<String>> fields, @Nullable Instant time, long number) {
            tally.count(time);
            var place = new Trace.Place(document.file(), document.path(), number, null);
            sink.trace(new Trace(Kind.SCANNER, fields, time, null, place));
        }
    }
}
