// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tidemark.advisory.Campaign;
import org.tidemark.advisory.Catalogue;
import org.tidemark.advisory.CveId;
import org.tidemark.export.Topic;
import org.tidemark.fault.TidemarkException;
import org.tidemark.run.Knowledge;

/// What an export is about: campaigns and flaws, pack by pack.
final class ExportTopics {
    private final Knowledge knowledge;
    private final FlawOptions flaws;

    /// @throws TidemarkException where nothing that is loaded knows what is asked for
    ExportTopics(Knowledge knowledge, FlawOptions flaws) {
        this.knowledge = knowledge;
        this.flaws = flaws;
        flaws.check(knowledge);
        var known = catalogues().stream().flatMap(each -> of(each).stream()).collect(Collectors.toSet());
        for (var catalogue : catalogues()) {
            for (var cve : flaws.of(catalogue, null)) {
                check(cve, known);
            }
        }
    }

    private static void check(CveId cve, Set<CveId> known) {
        if (!known.contains(cve)) {
            throw TidemarkException.user(
                    "No loaded knowledge pack knows " + cve + ", so there is nothing to export on it.");
        }
    }

    List<Catalogue> catalogues() {
        return knowledge.families().stream().map(Knowledge.Family::catalogue).toList();
    }

    /// The flaws of a pack that are asked about.
    List<CveId> of(Catalogue catalogue) {
        return flaws.of(catalogue, null).stream()
                .filter(cve -> catalogue.advisory(cve).isPresent())
                .toList();
    }

    /// A topic for each campaign and each flaw that is named; for each campaign where nothing is.
    List<Topic> documents() {
        var topics = new ArrayList<Topic>();
        for (var catalogue : catalogues()) {
            var campaigns = flaws.campaignsOf(catalogue);
            campaigns.forEach(campaign -> topics.add(Topic.of(catalogue, campaign)));
            if (!flaws.cves.isEmpty()) {
                singles(catalogue, campaigns).forEach(cve -> topics.add(Topic.of(catalogue, cve)));
            }
        }
        return topics;
    }

    /// The same, and where nothing is named a topic for each flaw of no campaign too.
    List<Topic> everything() {
        var topics = new ArrayList<>(documents());
        if (flaws.isEmpty()) {
            for (var catalogue : catalogues()) {
                singles(catalogue, catalogue.campaigns()).forEach(cve -> topics.add(Topic.of(catalogue, cve)));
            }
        }
        return topics;
    }

    private List<CveId> singles(Catalogue catalogue, List<Campaign> campaigns) {
        return of(catalogue).stream()
                .filter(cve ->
                        campaigns.stream().noneMatch(campaign -> campaign.cves().contains(cve)))
                .toList();
    }
}
