// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tidemark.fault.TidemarkException;
import org.tidemark.track.TrendQuestion.Dimension;
import org.tidemark.track.TrendQuestion.Where;
import picocli.CommandLine.Option;

/// What a population is divided by.
final class GroupOptions {
    private static final Map<String, Dimension> OF_THE_STORE = Map.of(
            "country", Dimension.COUNTRY,
            "as", Dimension.AS,
            "sector", Dimension.SECTOR,
            "product", Dimension.PRODUCT,
            "branch", Dimension.BRANCH,
            "support", Dimension.SUPPORT);

    private static final List<String> ALL =
            List.of("country", "as", "product", "branch", "support", "sector", "constituency", "notified");

    @Option(
            names = "--by",
            paramLabel = "DIM",
            description =
                    "Divide by country, as, product, branch, support or sector. A server stays in the group of the"
                            + " branch on which it was first seen, and of the place where it was seen last.")
    @Nullable
    String by;

    Optional<Dimension> dimension() {
        if (by == null) {
            return Optional.empty();
        }
        var name = by.toLowerCase(Locale.ROOT);
        if (!ALL.contains(name)) {
            throw TidemarkException.user(
                    "'" + Terminal.safe(name) + "' is nothing to divide by; there are " + String.join(", ", ALL) + ".");
        }
        return Optional.of(OF_THE_STORE.getOrDefault(name, Dimension.GIVEN));
    }

    /// What is divided by, as asked for; empty where nothing is.
    String name() {
        return by == null ? "" : by.toLowerCase(Locale.ROOT);
    }

    Function<Where, @Nullable String> groups(Answer answer) {
        return _ -> null;
    }
}
