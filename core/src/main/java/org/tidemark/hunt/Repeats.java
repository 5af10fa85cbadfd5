// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The same record found several times: in a log and its copy, in the event log and in what was forwarded of it.
///
/// Records of one file are several whatever they say: a request can be made twice in a second. Of files that say the
/// same, the n-th record of one is the n-th of the other.
final class Repeats {
    private record Same(
            String server,
            String rule,
            Kind kind,
            @Nullable Instant second,
            @Nullable String actor,
            Map<String, String> evidence) {
        static Same of(Finding finding) {
            var time = finding.time();
            return new Same(
                    finding.server(),
                    finding.rule().id(),
                    finding.kind(),
                    time == null ? null : Instant.ofEpochSecond(time.getEpochSecond()),
                    finding.actor(),
                    finding.evidence());
        }
    }

    private Repeats() {}

    /// One finding a record, in the order given; the first of its places is the finding's own.
    static List<Finding> joined(List<Finding> findings) {
        var known = new LinkedHashMap<Same, List<List<Finding>>>();
        var counts = new LinkedHashMap<Same, Map<String, Integer>>();
        for (var finding : findings) {
            var same = Same.of(finding);
            // Without a time nothing says that two records are one.
            var file = finding.place().file();
            int number =
                    counts.computeIfAbsent(same, _ -> new LinkedHashMap<>()).merge(file, 1, Integer::sum);
            var records = known.computeIfAbsent(same, _ -> new ArrayList<>());
            if (finding.time() == null || records.size() < number) {
                records.add(new ArrayList<>());
            }
            records.get(finding.time() == null ? records.size() - 1 : number - 1)
                    .add(finding);
        }
        var first = new java.util.IdentityHashMap<Finding, List<Finding>>();
        known.values().forEach(records -> records.forEach(record -> first.put(record.getFirst(), record)));
        return findings.stream()
                .filter(first::containsKey)
                .map(finding -> joined(finding, first.getOrDefault(finding, List.of())))
                .toList();
    }

    private static Finding joined(Finding finding, List<Finding> record) {
        return record.size() == 1
                ? finding
                : finding.alsoIn(record.stream().skip(1).map(Finding::place).toList());
    }
}
