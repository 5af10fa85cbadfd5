// SPDX-License-Identifier: Apache-2.0
package org.tidemark.advisory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that hinders an attack without closing the flaw.
///
/// @param survivesUpgrade whether a later cumulative update or re-installation leaves it in place
/// @param bypassedOn first known use of a way around; null where none is known
/// @param validUntil last day on which it held or was still recommended; null for still so
public record Mitigation(
        String name,
        List<CveId> cves,
        String mechanism,
        String breaks,
        String preconditions,
        String rollback,
        boolean survivesUpgrade,
        @Nullable PartialDate validFrom,
        @Nullable PartialDate validUntil,
        @Nullable PartialDate bypassedOn,
        String source) {
    public Mitigation {
        cves = List.copyOf(cves);
    }
}
