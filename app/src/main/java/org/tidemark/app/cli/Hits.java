// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.adapter.EvidenceSink;
import org.tidemark.fault.Problem;
import org.tidemark.hunt.Finding;
import org.tidemark.hunt.Hunter;
import org.tidemark.hunt.Kind;
import org.tidemark.hunt.ScriptParts;
import org.tidemark.hunt.Seen;
import org.tidemark.hunt.Trace;

/// What rules hit in some evidence, every record of it looked at.
final class Hits implements EvidenceSink {
    private final Hunter hunter;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final ScriptParts scripts = new ScriptParts();
    private long records;

    Hits(Hunter hunter) {
        this.hunter = hunter;
    }

    /// Once all is read.
    List<Finding> findings() {
        scripts.finish().forEach(this::hunt);
        return findings;
    }

    List<Problem> problems() {
        return problems;
    }

    /// How many records there were.
    long records() {
        return records;
    }

    @Override
    public boolean wants(Kind kind, byte[] bytes, int from, int to) {
        return true;
    }

    @Override
    public void trace(Trace trace) {
        scripts.add(trace).forEach(this::hunt);
    }

    private void hunt(Trace trace) {
        findings.addAll(hunter.findings(trace, ""));
    }

    @Override
    public void seen(String file, Seen seen) {
        records += seen.events();
    }

    @Override
    public void problem(Problem problem) {
        problems.add(problem);
    }
}
