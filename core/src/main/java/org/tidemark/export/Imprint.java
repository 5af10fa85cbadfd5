// SPDX-License-Identifier: Apache-2.0
package org.tidemark.export;

import org.jspecify.annotations.Nullable;

/// What stands on every document beside what it says.
///
/// @param publisher null where nobody is named
/// @param tlp who may read it
/// @param version of the program
public record Imprint(@Nullable Publisher publisher, Tlp tlp, String version) {
    /// @throws IllegalStateException where nobody is named; whoever writes a format that needs one asks for it
    /// first
    public Publisher named() {
        if (publisher == null) {
            throw new IllegalStateException("this format needs a publisher");
        }
        return publisher;
    }
}
