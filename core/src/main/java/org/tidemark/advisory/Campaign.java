// SPDX-License-Identifier: Apache-2.0
package org.tidemark.advisory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A named wave of exploitation.
///
/// @param name its name as users give it, `proxylogon`
/// @param title its name as people say it
/// @param aliases other names that people give it
/// @param cves the flaws that it uses, in the order of the attack
/// @param entry those without which the attack does not begin: where all of them are hindered, a server counts as
///     mitigated; empty where each must be
/// @param why one sentence: what happened
/// @param firstExploited first known exploitation; null where none is known
/// @param disclosed first public words, oldest first
/// @param fixReleased days on which fixes came out, oldest first
/// @param massExploitation since when it was used by many; null where it never was
/// @param huntFrom where a hunt must begin to look
/// @param logsCanShow whether any log can show it
/// @param sources who says so
public record Campaign(
        String name,
        String title,
        List<String> aliases,
        List<CveId> cves,
        List<CveId> entry,
        String why,
        @Nullable PartialDate firstExploited,
        List<PartialDate> disclosed,
        List<PartialDate> fixReleased,
        @Nullable PartialDate massExploitation,
        PartialDate huntFrom,
        boolean logsCanShow,
        List<String> sources) {
    public Campaign {
        aliases = List.copyOf(aliases);
        cves = List.copyOf(cves);
        entry = List.copyOf(entry);
        disclosed = List.copyOf(disclosed);
        fixReleased = List.copyOf(fixReleased);
        sources = List.copyOf(sources);
    }
}
