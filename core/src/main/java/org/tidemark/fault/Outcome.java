// SPDX-License-Identifier: Apache-2.0
package org.tidemark.fault;

import java.util.List;

/// What was obtained, and what was not: a result that can be partial.
///
/// @param items what was read
/// @param problems what could not be read; not empty means partial
public record Outcome<T>(List<T> items, List<Problem> problems) {
    public Outcome {
        items = List.copyOf(items);
        problems = List.copyOf(problems);
    }

    public boolean partial() {
        return !problems.isEmpty();
    }
}
