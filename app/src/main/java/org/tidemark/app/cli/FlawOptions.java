// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Advisory;
import org.tidemark.advisory.Campaign;
import org.tidemark.advisory.Catalogue;
import org.tidemark.advisory.CveId;
import org.tidemark.fault.TidemarkException;
import org.tidemark.run.Knowledge;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Which flaws are asked about.
final class FlawOptions {
    @Option(names = "--cve", paramLabel = "CVE", split = ",", description = "Only this flaw; repeatable.")
    List<String> cves = new ArrayList<>();

    @Mixin
    CampaignOptions campaigns = new CampaignOptions();

    boolean isEmpty() {
        return cves.isEmpty() && campaigns.isEmpty();
    }

    /// The flaws that are asked about, in order: those named, then those of the campaigns; all of the pack where
    /// nothing is named.
    ///
    /// @param asOf the day whose knowledge is asked for; flaws that nobody had published are then left out unless
    ///     they are asked for by name
    SequencedSet<CveId> of(Catalogue catalogue, @Nullable LocalDate asOf) {
        var wanted = new LinkedHashSet<CveId>();
        for (var text : cves) {
            wanted.add(CveId.parse(text)
                    .orElseThrow(() -> TidemarkException.user(
                            "'" + Terminal.safe(text) + "' is no CVE; give one like CVE-2021-26855.")));
        }
        campaigns.named(catalogue).forEach(campaign -> wanted.addAll(campaign.cves()));
        if (isEmpty()) {
            catalogue.advisories().stream()
                    .filter(advisory -> !advisory.recordOnly() && isPublished(advisory, asOf))
                    .map(Advisory::cve)
                    .forEach(wanted::add);
        }
        return wanted;
    }

    /// The campaigns that are asked about: those named, none where only flaws are named, else all of the pack.
    List<Campaign> campaignsOf(Catalogue catalogue) {
        if (isEmpty()) {
            return catalogue.campaigns();
        }
        return campaigns.named(catalogue);
    }

    private static boolean isPublished(Advisory advisory, @Nullable LocalDate asOf) {
        var published = advisory.published();
        return asOf == null || published == null || published.by(asOf);
    }

    /// @throws TidemarkException where no loaded pack has a campaign of this name
    void check(Knowledge knowledge) {
        campaigns.check(knowledge);
    }
}
