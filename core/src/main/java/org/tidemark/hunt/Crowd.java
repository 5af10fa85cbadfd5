// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Findings on their way, of which a flood of the same is counted and not kept: a scanner that asks a million times
/// must not fill memory.
///
/// Of what one rule finds in one file, with one grade and of one address, the first thousand are kept and the last.
final class Crowd {
    private static final int KEPT = 1_000;

    private final Map<Sort, Sorted> sorts = new HashMap<>();

    private record Sort(
            String file,
            String rule,
            @Nullable Stage stage,
            String server,
            @Nullable String actor) {}

    private static final class Sorted {
        private final List<Finding> first = new ArrayList<>(1);
        private @Nullable Finding last;
        private long unlisted;
    }

    void add(Finding finding) {
        var place = finding.place();
        var sort = new Sort(place.file(), finding.rule().id(), finding.stage(), finding.server(), finding.actor());
        var sorted = sorts.computeIfAbsent(sort, _ -> new Sorted());
        if (sorted.first.size() < KEPT) {
            sorted.first.add(finding);
        } else {
            sorted.unlisted += sorted.last == null ? 0 : 1;
            sorted.last = finding;
        }
    }

    Stream<Finding> kept() {
        return sorts.values().stream()
                .flatMap(sorted -> Stream.concat(sorted.first.stream(), Stream.ofNullable(sorted.last)));
    }

    long unlisted() {
        return sorts.values().stream().mapToLong(sorted -> sorted.unlisted).sum();
    }
}
