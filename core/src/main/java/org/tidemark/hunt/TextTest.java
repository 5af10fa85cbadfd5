// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import java.util.List;

/// Whether a text is as a rule wants it.
public interface TextTest {
    boolean test(String text);

    /// Pieces of text of which one at least stands in every text that passes, ASCII letters in any case; empty
    /// where
    /// nothing can be said. A record without any of them need not be looked at.
    default List<String> needles() {
        return List.of();
    }
}
