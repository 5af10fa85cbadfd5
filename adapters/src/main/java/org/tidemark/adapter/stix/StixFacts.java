// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.stix;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.JsonText;
import org.tidemark.advisory.Campaign;
import org.tidemark.advisory.Catalogue;
import org.tidemark.advisory.CveId;
import org.tidemark.advisory.PartialDate;
import org.tidemark.advisory.Verdict;
import org.tidemark.export.Background;
import org.tidemark.export.Topic;

/// What packs know, each written once: flaws, campaigns, updates. Their `created` is the day on which they came to be,
/// their `modified` the day of the pack's newest fact.
final class StixFacts {
    private final JsonText json;
    private final StixObjects objects;
    private final Background background;
    private final Map<CveId, StixId> flaws = new LinkedHashMap<>();
    private final Map<String, StixId> campaigns = new LinkedHashMap<>();

    StixFacts(JsonText json, StixObjects objects, Background background) {
        this.json = json;
        this.objects = objects;
        this.background = background;
    }

    void topic(Topic topic) {
        var catalogue = topic.catalogue();
        topic.cves().forEach(cve -> flaw(catalogue, cve));
        catalogue.campaign(topic.name()).ifPresent(campaign -> campaign(catalogue, campaign));
    }

    /// The flaw; empty where it was not asked about.
    Optional<StixId> flaw(CveId cve) {
        return Optional.ofNullable(flaws.get(cve));
    }

    private StixId flaw(Catalogue catalogue, CveId cve) {
        var known = flaws.get(cve);
        if (known != null) {
            return known;
        }
        var id = vulnerability(catalogue, cve);
        flaws.put(cve, id);
        return id;
    }

    /// Who came in: the campaign, or somebody whom nobody has named.
    StixId intruder(@Nullable String campaign) {
        if (campaign != null) {
            var catalogue = background.knowing(campaign);
            if (catalogue.isPresent()) {
                return campaign(
                        catalogue.get(), catalogue.get().campaign(campaign).orElseThrow());
            }
        }
        var id = StixId.of("intrusion-set", "unknown");
        if (objects.isNew(id)) {
            objects.begin(id, Instant.EPOCH, Instant.EPOCH)
                    .text("name", "Unknown intruder")
                    .text("description", "Somebody who left traces that belong to no campaign.");
            objects.end();
        }
        return id;
    }

    private StixId campaign(Catalogue catalogue, Campaign campaign) {
        var known = campaigns.get(campaign.name());
        if (known != null) {
            return known;
        }
        campaign.cves().forEach(cve -> flaw(catalogue, cve));
        var id = writeCampaign(catalogue, campaign);
        campaigns.put(campaign.name(), id);
        return id;
    }

    private StixId vulnerability(Catalogue catalogue, CveId cve) {
        var id = StixId.of("vulnerability", cve.value());
        var published = catalogue.advisory(cve).map(advisory -> advisory.published());
        objects.begin(id, midnight(published.orElse(null)), packDay(catalogue))
                .text("name", cve)
                .text("description", Topic.titleOf(catalogue, cve));
        reference(cve, catalogue);
        objects.end();
        return id;
    }

    /// `cve` is the source name of section 2.5 for CVE numbers; whatever else a vendor numbers has that vendor's.
    private void reference(CveId cve, Catalogue catalogue) {
        var isCve = cve.value().startsWith("CVE-");
        var vendor = catalogue.pack().vendor().isEmpty()
                ? catalogue.pack().id()
                : catalogue.pack().vendor();
        json.list("external_references")
                .object()
                .text("source_name", isCve ? "cve" : vendor)
                .text("external_id", cve);
        json.end().endList();
    }

    private StixId writeCampaign(Catalogue catalogue, Campaign campaign) {
        var id = StixId.of("campaign", campaign.name());
        var began = campaign.disclosed().isEmpty()
                ? campaign.firstExploited()
                : campaign.disclosed().getFirst();
        objects.begin(id, midnight(began), packDay(catalogue))
                .text("name", campaign.title())
                .text("description", campaign.why())
                .texts("aliases", campaign.aliases());
        if (campaign.firstExploited() != null) {
            json.text("first_seen", StixObjects.time(midnight(campaign.firstExploited())));
        }
        objects.end();
        for (var cve : campaign.cves()) {
            objects.relationship(id, "targets", flaw(catalogue, cve), midnight(began), packDay(catalogue));
        }
        return id;
    }

    /// The update that closes a flaw.
    void remedy(Catalogue catalogue, Verdict.FixedIn fix, StixId flaw) {
        var id = StixId.of(
                "course-of-action", catalogue.pack().id(), fix.kb(), fix.build().toString());
        var created = midnight(fix.released());
        var modified = packDay(catalogue);
        if (objects.isNew(id)) {
            objects.begin(id, created, modified)
                    .text("name", "Install " + (fix.kb().isEmpty() ? "build " + fix.build() : fix.kb()))
                    .text(
                            "description",
                            "The update leads to build " + String.join(" or ", texts(fix.builds()))
                                    + (fix.released() == null ? "." : ", released " + fix.released() + "."));
            objects.end();
        }
        objects.relationship(id, "remediates", flaw, created, modified);
    }

    private static List<String> texts(List<?> values) {
        return values.stream().map(Object::toString).toList();
    }

    private static Instant packDay(Catalogue catalogue) {
        return midnight(catalogue.pack().dataAsOf());
    }

    private static Instant midnight(@Nullable PartialDate day) {
        return day == null ? Instant.EPOCH : midnight(day.first());
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
