// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// Scripts that the event log holds in several parts, put together again: what a rule looks for may stand across two.
///
/// Windows writes a script block that is too long for one event 4104 as several, numbered, under one id.
/// Parts may come in any order, and of copies only one counts. Not for several threads.
public final class ScriptParts {
    private static final int MOST_CHARS = 32 << 20;
    private static final int MOST_PARTS = 100_000;

    private final LinkedHashMap<String, Script> open = new LinkedHashMap<>();
    private long chars;
    private int held;

    private static final class Script {
        private final int total;
        private final TreeMap<Integer, Trace> parts = new TreeMap<>();
        private long chars;

        Script(int total) {
            this.total = total;
        }
    }

    /// Whether an event with these fields is one part of several.
    public static boolean isPart(Map<String, List<String>> fields) {
        return number(fields, "messagetotal") > 1
                && number(fields, "messagenumber") > 0
                && !first(fields, "scriptblockid").isEmpty();
    }

    /// Takes in a record.
    ///
    /// @return what is ready to be looked at: the record itself where it is whole, a script that is now complete,
    ///     or scripts for whose other parts there is no more room to wait
    public List<Trace> add(Trace trace) {
        if (!isPart(trace.fields())) {
            return List.of(trace);
        }
        int total = number(trace.fields(), "messagetotal");
        var key = Optional.ofNullable(trace.server()).orElse("") + "\0" + trace.first("scriptblockid");
        var script = open.computeIfAbsent(key, _ -> new Script(total));
        if (script.parts.putIfAbsent(number(trace.fields(), "messagenumber"), trace) == null) {
            int length = trace.first("scriptblocktext").length();
            script.chars += length;
            chars += length;
            held++;
        }
        var ready = new ArrayList<Trace>();
        if (script.parts.size() >= script.total) {
            ready.add(close(key));
        }
        while (chars > MOST_CHARS || held > MOST_PARTS) {
            ready.add(close(open.firstEntry().getKey()));
        }
        return ready;
    }

    /// Scripts of which parts are missing, as far as they came.
    public List<Trace> finish() {
        var left = new ArrayList<Trace>();
        while (!open.isEmpty()) {
            left.add(close(open.firstEntry().getKey()));
        }
        return left;
    }

    private Trace close(String key) {
        var script = Objects.requireNonNull(open.remove(key));
        chars -= script.chars;
        held -= script.parts.size();
        var first = script.parts.firstEntry().getValue();
        var text = new StringBuilder();
        script.parts.values().forEach(part -> text.append(part.first("scriptblocktext")));
        var fields = new HashMap<>(first.fields());
        fields.put("scriptblocktext", List.of(text.toString()));
        if (script.parts.size() < script.total) {
            fields.put("partsmissing", List.of(Integer.toString(script.total - script.parts.size())));
        }
        return new Trace(first.kind(), fields, first.time(), first.server(), first.place());
    }

    private static String first(Map<String, List<String>> fields, String name) {
        var values = fields.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    /// 0 where it is no number.
    private static int number(Map<String, List<String>> fields, String name) {
        var text = first(fields, name);
        return text.length() <= 6 && !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Integer.parseInt(text)
                : 0;
    }
}
