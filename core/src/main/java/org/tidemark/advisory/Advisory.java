// SPDX-License-Identifier: Apache-2.0
package org.tidemark.advisory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known of a flaw apart from where it is fixed.
///
/// @param published the day the flaw became public; null for a flaw carried for the record only
/// @param exploitedSince first known exploitation
/// @param kev its place in CISA's catalogue of known exploited vulnerabilities; null where it has none
/// @param role the server role needed to reach it, in words; empty for any. It goes into the reason only
/// @param recordOnly the pack knows the name and nothing that could decide; every question is unknown
public record Advisory(
        CveId cve,
        String title,
        @Nullable PartialDate published,
        @Nullable PartialDate exploitedSince,
        @Nullable Kev kev,
        Impact impact,
        String role,
        boolean recordOnly,
        List<String> sources) {

    /// Known-exploited entry. Due dates and flags change; `history` keeps who said what and when.
    public record Kev(PartialDate added, @Nullable PartialDate due, String ransomware, List<Change> history) {
        public Kev {
            history = List.copyOf(history);
        }

        /// One field's value from a day on.
        public record Change(PartialDate day, String field, String value) {}
    }

    /// CISA's decision points and the vendor's score; empty texts where no source says.
    public record Impact(String exploitation, String automatable, String technicalImpact, String cvss) {}

    public Advisory {
        sources = List.copyOf(sources);
    }
}
