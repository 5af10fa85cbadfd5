// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
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
            @Nullable String event,
            @Nullable String actor,
            Map<String, String> evidence) {
        /// Shippers leave out what is empty: where the log itself numbers its records, the number says it all.
        static Same of(Finding finding) {
            var time = finding.time();
            boolean numbered = finding.event() != null;
            return new Same(
                    finding.server(),
                    finding.rule().id(),
                    finding.kind(),
                    time == null ? null : Instant.ofEpochSecond(time.getEpochSecond()),
                    finding.event(),
                    numbered ? null : finding.actor(),
                    numbered ? Map.of() : finding.evidence());
        }
    }

    private Repeats() {}

    /// One finding a record, in the order given; the first of its places is the finding's own.
    static List<Finding> joined(List<Finding> findings) {
        var known = new LinkedHashMap<Same, List<List<Finding>>>();
        var counts = new LinkedHashMap<Same, Map<String, Integer>>();
        for (var finding : findings) {
            var same = Same.of(finding);
            var records = known.computeIfAbsent(same, _ -> new ArrayList<>());
            int record = record(finding, records, counts.computeIfAbsent(same, _ -> new HashMap<>()));
            if (record == records.size()) {
                records.add(new ArrayList<>());
            }
            records.get(record).add(finding);
        }
        var first = new IdentityHashMap<Finding, List<Finding>>();
        known.values().forEach(records -> records.forEach(record -> first.put(record.getFirst(), record)));
        return findings.stream()
                .filter(first::containsKey)
                .map(finding -> joined(finding, first.getOrDefault(finding, List.of())))
                .toList();
    }

    /// Which of the records that look like it a finding is of, from 0. Without a time nothing says that two are
    /// one.
    private static int record(Finding finding, List<List<Finding>> records, Map<String, Integer> ofFile) {
        if (finding.time() == null) {
            return records.size();
        }
        return finding.event() != null ? 0 : ofFile.merge(finding.place().file(), 1, Integer::sum) - 1;
    }

    private static Finding joined(Finding finding, List<Finding> record) {
        return record.size() == 1
                ? finding
                : finding.alsoIn(record.stream().skip(1).map(Finding::place).toList());
    }
}
