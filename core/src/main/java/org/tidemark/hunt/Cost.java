// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import java.util.Comparator;
import java.util.List;

/// What conditions take to ask. Which is asked first changes no answer.
final class Cost {
    private Cost() {}

    static List<Condition> cheapestFirst(List<Condition> parts) {
        return parts.stream().sorted(Comparator.comparingInt(Condition::cost)).toList();
    }

    static int sum(List<Condition> parts) {
        return parts.stream().mapToInt(Condition::cost).sum();
    }
}
