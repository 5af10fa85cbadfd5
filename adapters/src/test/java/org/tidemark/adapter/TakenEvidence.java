// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.tidemark.adapter.registry.EvidenceFormats;
import org.tidemark.fault.Problem;
import org.tidemark.hunt.Kind;
import org.tidemark.hunt.Seen;
import org.tidemark.hunt.Trace;

/// All that was read of some evidence, for tests.
public final class TakenEvidence implements EvidenceSink {
    private final List<Trace> traces = new ArrayList<>();
    private final List<Seen> seen = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private final Predicate<String> wanted;

    private TakenEvidence(Predicate<String> wanted) {
        this.wanted = wanted;
    }

    public static TakenEvidence of(byte[] bytes) {
        return of(bytes, _ -> true);
    }

    /// @param file where it lies in a collection
    public static TakenEvidence at(String file, byte[] bytes) {
        var taken = new TakenEvidence(_ -> true);
        new EvidenceReader(EvidenceFormats.ALL, Limits.DEFAULT, taken)
                .read(Input.stream(file, new ByteArrayInputStream(bytes)));
        return taken;
    }

    /// @param wanted whether a record of this text matters
    public static TakenEvidence of(byte[] bytes, Predicate<String> wanted) {
        var taken = new TakenEvidence(wanted);
        new EvidenceReader(EvidenceFormats.ALL, Limits.DEFAULT, taken)
                .read(Input.standardInput(new ByteArrayInputStream(bytes)));
        return taken;
    }

    public List<Trace> traces() {
        return traces;
    }

    public List<Seen> seen() {
        return seen;
    }

    public List<Problem> problems() {
        return problems;
    }

    /// The first value of a field in each record.
    public List<String> values(String field) {
        return traces.stream().map(trace -> trace.first(field)).toList();
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
