// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

/// One tool's way of writing down what it saw.
public sealed interface Format permits LineFormat, DocumentFormat {
    /// The id that stands in `source.format`.
    String id();

    /// How surely a file of this content is of this format; the surest wins.
    Claim claim(Head head);

    /// How sure a format is of a file.
    enum Claim {
        NO,
        /// The shape fits and nothing else does better.
        FALLBACK,
        LIKELY,
        /// Only this tool writes such a thing.
        CERTAIN
    }
}
