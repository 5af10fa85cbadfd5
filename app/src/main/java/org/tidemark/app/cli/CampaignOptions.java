// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.advisory.Campaign;
import org.tidemark.advisory.Catalogue;
import org.tidemark.fault.TidemarkException;
import org.tidemark.run.Knowledge;
import picocli.CommandLine.Option;

/// Which campaigns are asked about.
final class CampaignOptions {
    @Option(
            names = "--campaign",
            paramLabel = "NAME",
            split = ",",
            description = "Only this campaign, as `tidemark catalog campaigns` lists them; repeatable.")
    List<String> names = new ArrayList<>();

    boolean isEmpty() {
        return names.isEmpty();
    }

    /// The campaigns of a pack that are named.
    List<Campaign> named(Catalogue catalogue) {
        return names.stream().flatMap(name -> catalogue.campaign(name).stream()).toList();
    }

    /// @throws TidemarkException where no loaded pack has a campaign of this name
    void check(Knowledge knowledge) {
        for (var name : names) {
            boolean isKnown = knowledge.families().stream()
                    .anyMatch(family -> family.catalogue().campaign(name).isPresent());
            if (!isKnown) {
                var known = knowledge.families().stream()
                        .flatMap(family -> family.catalogue().campaigns().stream())
                        .map(Campaign::name)
                        .toList();
                throw TidemarkException.user("There is no campaign '" + Terminal.safe(name) + "'. Known are: "
                        + String.join(", ", known) + ".");
            }
        }
    }
}
