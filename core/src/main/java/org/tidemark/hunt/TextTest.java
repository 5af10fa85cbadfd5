// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import java.util.List;

/// Whether a text is as a rule wants it.
public interface TextTest {
    boolean test(String text);

    /// How much it takes to ask, roughly; comparing a text is one.
    default int cost() {
        return 1;
    }

    /// Pieces of text, ASCII letters in any case: of each list at least one stands in every text that passes. None
    /// where nothing can be said. A record without them need not be looked at.
    default List<List<String>> signs() {
        return List.of();
    }
}
