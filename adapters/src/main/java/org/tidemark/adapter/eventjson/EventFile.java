// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.eventjson;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.BadRecord;
import org.tidemark.adapter.Document;
import org.tidemark.adapter.EvidenceSink;
import org.tidemark.adapter.JsonCursor;
import org.tidemark.adapter.Limits;
import org.tidemark.adapter.Lines;
import org.tidemark.fault.Problem;
import org.tidemark.hunt.Kind;
import org.tidemark.hunt.ScriptParts;
import org.tidemark.hunt.Trace;

/// One file on its way: a record a line, each in a shape of its own.
///
/// Every record is read, also one that cannot matter: only inside it stands which computer it is of and when it
/// happened.
final class EventFile {
    /// More computers than any collection names; what comes after them counts to none.
    private static final int MOST_COMPUTERS = 10_000;

    private static final String AS_EVTX = "Give the .evtx files themselves.";

    private final Document document;
    private final EvidenceSink sink;
    private final @Nullable String path;
    private final Map<String, Host> hosts = new LinkedHashMap<>();
    private final Host.Room room = new Host.Room();
    private final Waiting waiting;
    private boolean begun;
    private boolean findingTold;

    EventFile(Document document, EvidenceSink sink) {
        this.document = document;
        this.sink = sink;
        this.path = document.path();
        this.waiting = new Waiting(sink::trace);
    }

    void read() throws IOException, BadRecord {
        var lines = new Lines(document, Limits.DEFAULT.lineBytes());
        try {
            while (lines.next()) {
                if (lines.tooLong()) {
                    tell(
                            place(lines),
                            "This line is too long to be an event.",
                            "Check what wrote it; the others were read.");
                } else if (!isBlank(lines)) {
                    refuseWhole(lines);
                    line(lines);
                }
            }
        } finally {
            finish();
        }
    }

    private static boolean isBlank(Lines lines) {
        return afterBlanks(lines.bytes(), lines.from(), lines.to()) == lines.to();
    }

    private static int afterBlanks(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] >= 0 && bytes[at] <= ' ') {
            at++;
        }
        return at;
    }

    /// An array, or an object over several lines, would have to be held as a whole.
    private void refuseWhole(Lines lines) throws BadRecord {
        if (begun) {
            return;
        }
        begun = true;
        int first = afterBlanks(lines.bytes(), lines.from(), lines.to());
        boolean alone = afterBlanks(lines.bytes(), first + 1, lines.to()) == lines.to();
        if (lines.bytes()[first] == '[' || (lines.bytes()[first] == '{' && alone)) {
            throw new BadRecord(
                    "This is one JSON document over the whole file, not one event a line.",
                    "Write it as JSON Lines, by `jq -c .` or for an array `jq -c '.[]'`, or give the .evtx files.",
                    lines.line(),
                    lines.offset());
        }
    }

    private void line(Lines lines) {
        try {
            var json = JsonCursor.read(lines.bytes(), lines.from(), lines.to(), Json::read);
            if (!(json instanceof Json.Members record)) {
                throw new BadRecord("This JSON record is not an object.", "Check what wrote it; the others were read.");
            }
            if (EventShape.isFinding(record)) {
                tellFinding(lines);
                return;
            }
            var inner = record.members("_source").orElse(record);
            var shape = EventShape.of(inner)
                    .orElseThrow(() -> new BadRecord(
                            "This record has not the members of an event as any known tool writes it.",
                            "Give the log in another form, best as .evtx; the others were read."));
            event(shape.read(inner), lines);
        } catch (BadRecord e) {
            tell(place(lines), e.cause(), e.cure());
        }
    }

    private void event(JsonEvent event, Lines lines) {
        var host = host(event.computer());
        host.count(event, place(lines));
        var text = event.text();
        // What is looked for may begin in one part of a script and end in the next.
        if (ScriptParts.isPart(event.fields()) || sink.wants(Kind.EVENT_LOG, text, 0, text.length)) {
            waiting.add(event, host, new Trace.Place(document.file(), path, lines.line(), null), text.length);
        }
        waiting.release();
    }

    private Host host(String computer) {
        var name = hosts.size() < MOST_COMPUTERS || hosts.containsKey(computer) ? computer : "";
        return hosts.computeIfAbsent(name, told -> new Host(told, room));
    }

    private void tellFinding(Lines lines) {
        if (!findingTold) {
            findingTold = true;
            tell(place(lines), "This is what another tool found in event logs, not the events themselves.", AS_EVTX);
        }
    }

    private void finish() {
        waiting.finish();
        hosts.values().stream()
                .map(Host::firstUnstated)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(place -> tell(
                        place,
                        "From here on events have a local time, and nothing says of which time zone; they are read without a time.",
                        "Export with an offset or in UTC, or give the .evtx files."));
        if (hosts.values().stream().anyMatch(Host::toldTooLate)) {
            tell(
                    Problem.Place.file(document.file()),
                    "Too many events stand before the first that tells the time zone of their computer; some were read with their time as written.",
                    AS_EVTX);
        }
        hosts.values().forEach(host -> host.seen().forEach(seen -> sink.seen(document.file(), seen)));
    }

    private Problem.Place place(Lines lines) {
        return Problem.Place.line(document.file(), lines.line(), lines.offset());
    }

    private void tell(Problem.Place place, String cause, String cure) {
        sink.problem(new Problem(place, cause, cure));
    }
}
