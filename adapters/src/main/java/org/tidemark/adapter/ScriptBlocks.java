// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tidemark.fault.Problem;
import org.tidemark.hunt.Kind;
import org.tidemark.hunt.Seen;
import org.tidemark.hunt.Trace;

/// Puts scripts together again that PowerShell logged in parts (event 4104), in whatever order the
/// parts come: what a rule looks for may stand across two of them.
///
/// A script of which parts are missing at the end of its file is given out with those that are there.
/// More than [#MOST] characters are not held; what is held then is given out as it is.
final class ScriptBlocks implements EvidenceSink {
    static final int MOST = 16 << 20;

    /// The channels in which parts stand.
    private static final Needles CHANNELS =
            new Needles(List.of("PowerShell/Operational", "PowerShellCore/Operational"));
    private static final String TEXT = "scriptblocktext";

    private final EvidenceSink sink;
    private final Map<String, SortedMap<Integer, Trace>> waiting = new LinkedHashMap<>();
    private long held;

    ScriptBlocks(EvidenceSink sink) {
        this.sink = sink;
    }

    /// A part that holds nothing of interest may still be a part of something that does.
    @Override
    public boolean wants(Kind kind, byte[] bytes, int from, int to) {
        return sink.wants(kind, bytes, from, to) || (kind == Kind.EVENT_LOG && CHANNELS.next(bytes, from, to) < to);
    }

    @Override
    public void trace(Trace trace) {
        int total = number(trace.first("messagetotal"));
        int number = number(trace.first("messagenumber"));
        var id = trace.first("scriptblockid");
        if (trace.kind() != Kind.EVENT_LOG || id.isEmpty() || total < 2 || number < 1 || number > total) {
            sink.trace(trace);
            return;
        }
        var key = trace.server() + " " + id;
        var parts = waiting.computeIfAbsent(key, _ -> new TreeMap<>());
        if (parts.putIfAbsent(number, trace) == null) {
            held += trace.first(TEXT).length();
        }
        if (parts.size() == total) {
            give(parts);
            waiting.remove(key);
        } else if (held > MOST) {
            giveAll();
        }
    }

    private static int number(String text) {
        try {
            return text.isEmpty() || text.length() > 6 ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private void giveAll() {
        waiting.values().forEach(this::give);
        waiting.clear();
        held = 0;
    }

    private void give(SortedMap<Integer, Trace> parts) {
        var text = new StringBuilder();
        parts.values().forEach(part -> text.append(part.first(TEXT)));
        held -= text.length();
        var first = parts.values().iterator().next();
        var fields = new HashMap<>(first.fields());
        fields.put(TEXT, List.of(text.toString()));
        sink.trace(new Trace(first.kind(), fields, first.time(), first.server(), first.place()));
    }

    @Override
    public void seen(String file, Seen seen) {
        giveAll();
        sink.seen(file, seen);
    }

    @Override
    public void problem(Problem problem) {
        sink.problem(problem);
    }

    @Override
    public void bytes(long count) {
        sink.bytes(count);
    }
}
