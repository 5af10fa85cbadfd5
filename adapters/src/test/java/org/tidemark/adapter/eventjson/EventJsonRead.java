// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.eventjson;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import org.tidemark.adapter.TakenEvidence;
import org.tidemark.fault.Problem;
import org.tidemark.hunt.Seen;
import org.tidemark.hunt.Trace;

/// What was read of lines.
record EventJsonRead(List<Trace> traces, List<Seen> seen, List<Problem> problems) {
    static EventJsonRead of(String... lines) {
        return of(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    static EventJsonRead of(byte[] bytes) {
        return of(bytes, _ -> true);
    }

    static EventJsonRead of(byte[] bytes, Predicate<String> wanted) {
        var taken = TakenEvidence.of(bytes, wanted);
        return new EventJsonRead(taken.traces(), taken.seen(), taken.problems());
    }

    Trace only() {
        if (traces.size() != 1) {
            throw new AssertionError(traces + " " + problems);
        }
        return traces.getFirst();
    }
}
