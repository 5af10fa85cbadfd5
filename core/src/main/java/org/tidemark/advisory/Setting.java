// SPDX-License-Identifier: Apache-2.0
package org.tidemark.advisory;

import java.util.List;
import java.util.Set;

/// A switch of the configuration that decides a flaw.
///
/// @param name its name as users give it
/// @param values the values it can have
/// @param protecting the values that protect
/// @param decidesAlone the values that close the flaw even without the update
/// @param doneByBaseFrom branches whose base, and that of every later branch of the product, brings it
/// @param kind how it decides
/// @param cves the flaws it decides
/// @param meaning what it is, one sentence
/// @param defaults what it is without anybody's doing, in words
/// @param look the command or place that shows it
/// @param source who says so
public record Setting(
        String name,
        List<String> values,
        Set<String> protecting,
        Set<String> decidesAlone,
        List<BranchId> doneByBaseFrom,
        Kind kind,
        List<CveId> cves,
        String meaning,
        String defaults,
        String look,
        String source) {

    public enum Kind {
        /// The update is not enough: it must be switched on.
        MUST_BE_ON,
        /// On by the update's default, and can be switched off.
        CAN_BE_SWITCHED_OFF,
        /// A role on which the flaw does not exist.
        NOT_ON_ROLE,
        /// Says who can reach the flaw; never changes a verdict.
        REACHABILITY_ONLY
    }

    public Setting {
        values = List.copyOf(values);
        protecting = Set.copyOf(protecting);
        decidesAlone = Set.copyOf(decidesAlone);
        doneByBaseFrom = List.copyOf(doneByBaseFrom);
        cves = List.copyOf(cves);
    }
}
