// SPDX-License-Identifier: Apache-2.0
package org.tidemark.export;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Branch;
import org.tidemark.advisory.Build;
import org.tidemark.advisory.Product;

/// What one or more servers run, with verdicts that are the same for all of them.
///
/// @param product null where it is not known
/// @param branch null where it is not known
/// @param build null where only presence shows; fewer than four parts where the evidence tells no more
/// @param variant 0 where all servers of this build have the same verdicts, else a number from 1: other evidence, such
///     as an update seen as installed, made other verdicts
/// @param servers how many run it
public record Installed(
        @Nullable Product product,
        @Nullable Branch branch,
        @Nullable Build build,
        int variant,
        List<Flaw> flaws,
        long servers) {
    public Installed {
        flaws = List.copyOf(flaws);
    }
}
