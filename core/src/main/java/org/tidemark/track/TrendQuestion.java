// SPDX-License-Identifier: Apache-2.0
package org.tidemark.track;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tidemark.asset.Server;

/// What is asked of a population.
///
/// @param place of the campaign's letter, from 0
/// @param from the day from which on the cohort is taken: the first day with a scan that is no earlier
/// @param by what to divide by; null for all together
/// @param support whether each branch had updates, by the branch's name
/// @param groups says which group a server is in, for [Dimension#GIVEN]
public record TrendQuestion(
        int place,
        LocalDate from,
        @Nullable Dimension by,
        Map<String, String> support,
        Function<Where, @Nullable String> groups) {
    /// What a server may be grouped by.
    ///
    /// @param server where it was seen last
    /// @param country as the input says; null where it does not, likewise the next two
    public record Where(
            Server server,
            @Nullable String country,
            @Nullable String asn,
            @Nullable String sector) {}

    /// What a population can be divided by. A server stays in one group: that of the branch on which it was first
    /// seen, and of the place where it was seen last.
    public enum Dimension {
        COUNTRY,
        AS,
        SECTOR,
        PRODUCT,
        BRANCH,
        SUPPORT,
        /// Whether the owner had been told of the campaign by the cohort's first day. Who was told later is not
        /// told:
        /// whoever is patched before the mail comes cannot be told, so a later day would make notices look
        /// useful.
        NOTIFIED,
        /// By somebody's own list, or by what is looked up for an address.
        GIVEN
    }
}
