// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.eventjson;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.tidemark.adapter.EvidenceReader;
import org.tidemark.adapter.EvidenceSink;
import org.tidemark.adapter.Input;
import org.tidemark.adapter.Limits;
import org.tidemark.adapter.registry.EvidenceFormats;
import org.tidemark.fault.Problem;
import org.tidemark.hunt.Kind;
import org.tidemark.hunt.Seen;
import org.tidemark.hunt.Trace;

/// What was read of a file.
final class EventJsonRead implements EvidenceSink {
    final List<Trace> traces = new ArrayList<>();
    final List<Seen> seen = new ArrayList<>();
    final List<Problem> problems = new ArrayList<>();
    private final Predicate<String> wanted;

    private EventJsonRead(Predicate<String> wanted) {
        this.wanted = wanted;
    }

    static EventJsonRead of(String... lines) {
        return of(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    static EventJsonRead of(byte[] bytes) {
        return of(bytes, _ -> true);
    }

    static EventJsonRead of(byte[] bytes, Predicate<String> wanted) {
        var read = new EventJsonRead(wanted);
        new EvidenceReader(EvidenceFormats.ALL, Limits.DEFAULT, read)
                .read(Input.standardInput(new ByteArrayInputStream(bytes)));
        return read;
    }

    Trace only() {
        if (traces.size() != 1) {
            throw new AssertionError(traces + " " + problems);
        }
        return traces.getFirst();
    }

    @Override
    public boolean wants(Kind kind, byte[] bytes, int from, int to) {
        return wanted.test(new String(bytes, from, to - from, StandardCharsets.UTF_8));
    }

    @Override
    public void trace(Trace trace) {
        traces.add(trace);
    }

    @Override
    public void seen(String file, Seen one) {
        seen.add(one);
    }

    @Override
    public void problem(Problem problem) {
        problems.add(problem);
    }
}
