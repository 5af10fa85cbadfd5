// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Findings as steps: those of one stage and campaign from one address, close together, are one.
final class Timeline {
    private static final Duration CLOSE = Duration.ofMinutes(30);

    private final List<Finding> findings;

    /// @param findings in their order: by server, then by time
    Timeline(List<Finding> findings) {
        this.findings = findings;
    }

    List<Step> steps() {
        var steps = new ArrayList<Step>();
        var current = new ArrayList<Integer>();
        for (int i = 0; i < findings.size(); i++) {
            var finding = findings.get(i);
            if (finding.time() == null || finding.stage() == null) {
                continue;
            }
            if (!current.isEmpty() && !isOneStep(findings.get(current.getLast()), finding)) {
                steps.add(step(current));
                current.clear();
            }
            current.add(i);
        }
        if (!current.isEmpty()) {
            steps.add(step(current));
        }
        return steps;
    }

    private static boolean isOneStep(Finding one, Finding next) {
        return one.server().equals(next.server())
                && one.stage() == next.stage()
                && Objects.equals(one.rule().campaign(), next.rule().campaign())
                && Objects.equals(one.actor(), next.actor())
                && !time(next).isAfter(time(one).plus(CLOSE));
    }

    private static Instant time(Finding finding) {
        return Objects.requireNonNull(finding.time());
    }

    private Step step(List<Integer> places) {
        var first = findings.get(places.getFirst());
        var from = first.actor() == null ? "" : " From " + first.actor() + ".";
        var count = places.size() == 1 ? "" : " " + places.size() + " records.";
        return new Step(
                first.server(),
                first.rule().campaign(),
                time(first),
                Objects.requireNonNull(first.stage()),
                first.why() + from + count,
                places);
    }
}
