// SPDX-License-Identifier: Apache-2.0
package org.tidemark.export;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Advisory;
import org.tidemark.advisory.Catalogue;
import org.tidemark.advisory.CveId;

/// What the packs know of flaws and products, for documents on servers.
public final class Background {
    private final Map<String, Catalogue> catalogues = new LinkedHashMap<>();

    public Background(Collection<Catalogue> catalogues) {
        catalogues.forEach(catalogue -> this.catalogues.put(catalogue.pack().id(), catalogue));
    }

    /// The pack that a server belongs to; empty where none does.
    public Optional<Catalogue> of(@Nullable String family) {
        return family == null ? Optional.empty() : Optional.ofNullable(catalogues.get(family));
    }

    public Optional<Advisory> advisory(@Nullable String family, CveId cve) {
        return of(family).flatMap(catalogue -> catalogue.advisory(cve));
    }

    /// A flaw's title; its name where the pack has none.
    public String title(@Nullable String family, CveId cve) {
        return of(family).map(catalogue -> Topic.titleOf(catalogue, cve)).orElse(cve.value());
    }

    /// The first pack that has a campaign of this name.
    public Optional<Catalogue> knowing(String campaign) {
        return catalogues.values().stream()
                .filter(catalogue -> catalogue.campaign(campaign).isPresent())
                .findFirst();
    }

    /// The title of a campaign; its name where no pack has it.
    public String campaign(String name) {
        return knowing(name)
                .flatMap(catalogue -> catalogue.campaign(name))
                .map(campaign -> campaign.title())
                .orElse(name);
    }

    /// Who makes the products of a pack; empty where it does not say.
    public String vendor(@Nullable String family) {
        return of(family).map(catalogue -> catalogue.pack().vendor()).orElse("");
    }

    /// The product that a server runs; what the pack calls all of its products where the evidence does not tell.
    public Optional<String> product(Exposed exposed) {
        var product = exposed.latest().product();
        return product != null
                ? Optional.of(product.name())
                : of(exposed.latest().family())
                        .map(catalogue -> catalogue.pack().title());
    }
}
