// SPDX-License-Identifier: Apache-2.0
package org.tidemark.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Installation;

/// What a plan is asked for.
///
/// @param framework the installed framework version; null where nobody has looked
/// @param platform the operating system; null where nobody has said
/// @param today the day of the question
/// @param asOf the day whose knowledge is asked for; null for all of it
public record Question(
        Installation installation,
        @Nullable FrameworkVersion framework,
        @Nullable Platform platform,
        LocalDate today,
        @Nullable LocalDate asOf) {
    /// The day that counts: what came out later does not exist.
    public LocalDate day() {
        return asOf == null ? today : asOf;
    }
}
