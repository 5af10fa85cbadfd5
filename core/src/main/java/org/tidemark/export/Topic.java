// SPDX-License-Identifier: Apache-2.0
package org.tidemark.export;

import java.util.List;
import org.tidemark.advisory.Campaign;
import org.tidemark.advisory.Catalogue;
import org.tidemark.advisory.CveId;

/// What a document is about: a campaign, or one flaw.
///
/// @param catalogue the pack that knows it
/// @param name short and lasting, for names of documents
/// @param title for people
/// @param summary a sentence or two
/// @param cves its flaws, in the order of the attack
public record Topic(Catalogue catalogue, String name, String title, String summary, List<CveId> cves) {
    public Topic {
        cves = List.copyOf(cves);
        if (cves.isEmpty()) {
            throw new IllegalArgumentException("a document about nothing: " + name);
        }
    }

    public static Topic of(Catalogue catalogue, Campaign campaign) {
        return new Topic(catalogue, campaign.name(), campaign.title(), campaign.why(), campaign.cves());
    }

    /// @param cve a flaw that the pack knows
    public static Topic of(Catalogue catalogue, CveId cve) {
        var title = titleOf(catalogue, cve);
        return new Topic(
                catalogue,
                cve.value().toLowerCase(java.util.Locale.ROOT),
                cve + (title.equals(cve.value()) ? "" : ", " + title),
                title + ".",
                List.of(cve));
    }

    /// A flaw's title as the pack has it; its name where it has none.
    public static String titleOf(Catalogue catalogue, CveId cve) {
        return catalogue
                .advisory(cve)
                .map(advisory -> advisory.title())
                .filter(title -> !title.isBlank())
                .orElse(cve.value());
    }
}
