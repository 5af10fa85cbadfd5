// SPDX-License-Identifier: Apache-2.0
package org.tidemark.run;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A hunt rule as it is written, with evidence that it must hit and evidence that it must not.
///
/// @param file where it stands, as a user would find it
/// @param campaign the campaign that it belongs to; null where it belongs to none
/// @param evidence reads its examples, which a hunt never needs
public record RuleText(String file, @Nullable String campaign, String text, Supplier<List<Example>> evidence) {

    /// Evidence for a rule to be tried on.
    ///
    /// @param file where it stands, as a user would find it
    /// @param path where it lies in a collection, for evidence that is told by its place; `-` where the place
    /// says nothing
    /// @param hit whether the rule must hit; a near-miss looks like a hit and is none
    /// @param content the evidence: each byte as one character (ISO 8859-1)
    public record Example(String file, String path, boolean hit, String content) {}

    /// What it must hit and must not.
    public List<Example> examples() {
        return List.copyOf(evidence.get());
    }
}
