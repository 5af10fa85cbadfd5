// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// One finding for one thing, where a rule names the field that tells it ([HuntRule#once]).
final class Once {
    private Once() {}

    /// Of records that speak of one thing, the first of those that show most.
    static List<Finding> of(List<Finding> ordered) {
        var best = new HashMap<String, Integer>();
        for (int i = 0; i < ordered.size(); i++) {
            var thing = thing(ordered.get(i));
            if (thing != null) {
                best.merge(
                        thing,
                        i,
                        (a, b) -> isMore(ordered.get(b).stage(), ordered.get(a).stage()) ? b : a);
            }
        }
        return IntStream.range(0, ordered.size())
                .filter(i -> best.getOrDefault(thing(ordered.get(i)), i) == i)
                .mapToObj(ordered::get)
                .toList();
    }

    private static @Nullable String thing(Finding finding) {
        var field = finding.rule().once();
        var value = field == null ? null : finding.evidence().get(field);
        return value == null
                ? null
                : String.join("\n", finding.server(), finding.rule().id(), value);
    }

    private static boolean isMore(@Nullable Stage one, @Nullable Stage other) {
        return one != null && (other == null || one.compareTo(other) > 0);
    }
}
