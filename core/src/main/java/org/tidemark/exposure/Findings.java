// SPDX-License-Identifier: Apache-2.0
package org.tidemark.exposure;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Build;

/// What came together about one sighting while one pack looked at it.
final class Findings {
    /// Numbers, the most trusted first.
    final List<Found> numbers = new ArrayList<>();
    /// Sentences for the reason.
    final List<String> words = new ArrayList<>();
    final EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
    /// The fingerprint that showed the product without a number; null where none did.
    @Nullable
    String presence;

    String presencePitfall = "";

    /// The fingerprint that showed a copy of the product's page; null where none did.
    @Nullable
    String copiedBy;

    /// A number that was found.
    ///
    /// @param display whether it proves the branch only
    record Found(Build build, String method, Confidence confidence, boolean display, String pitfall) {}

    boolean isEmpty() {
        return numbers.isEmpty() && presence == null;
    }

    /// Whether it is none of an owner's servers, whatever it looks like.
    boolean foreign() {
        return flags.contains(Flag.CLOUD) || flags.contains(Flag.PHISHING_COPY) || flags.contains(Flag.IMPOSTOR);
    }

    String method() {
        if (copiedBy != null) {
            return copiedBy;
        }
        if (!numbers.isEmpty()) {
            return numbers.getFirst().method();
        }
        return presence == null ? "none" : presence;
    }
}
