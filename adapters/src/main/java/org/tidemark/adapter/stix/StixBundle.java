// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.stix;

import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.JsonText;
import org.tidemark.advisory.Campaign;
import org.tidemark.advisory.Catalogue;
import org.tidemark.advisory.CveId;
import org.tidemark.advisory.PartialDate;
import org.tidemark.advisory.Verdict;
import org.tidemark.export.Background;
import org.tidemark.export.Exposed;
import org.tidemark.export.Imprint;
import org.tidemark.export.Topic;

/// The bundle, written as servers come. It remembers the ids of observables and updates, and nothing else.
///
/// A bundle has no `spec_version` (that was STIX 2.0). A flaw's and a campaign's `created` is the day on which it was
/// published, their `modified` the day of the pack's newest fact; those of a server are when it was first and
/// last seen.
public final class StixBundle implements Consumer<Exposed>, AutoCloseable {
    private final JsonText json;
    private final StixObjects objects;
    private final StixServer servers;
    private final Map<CveId, StixId> flaws = new LinkedHashMap<>();
    private final Map<String, StixId> campaigns = new LinkedHashMap<>();

    /// @param out stays open
    /// @param topics what is asked about
    public StixBundle(OutputStream out, Collection<Topic> topics, Background background, Imprint imprint) {
        this.json = JsonText.document(out);
        this.objects = new StixObjects(json, imprint);
        this.servers = new StixServer(objects, background, flaws, campaigns, this::remedy);
        json.object().text("type", "bundle").text("id", id(topics, imprint)).list("objects");
        objects.head();
        topics.forEach(this::topic);
    }

    private static StixId id(Collection<Topic> topics, Imprint imprint) {
        var parts = topics.stream()
                .map(topic -> topic.catalogue().pack().sha256() + " " + topic.name())
                .sorted()
                .toList();
        var publisher = imprint.publisher();
        return StixId.of(
                "bundle",
                String.join(" ", parts),
                publisher == null ? "" : publisher.url(),
                imprint.tlp().label());
    }

    private void topic(Topic topic) {
        var catalogue = topic.catalogue();
        topic.cves().forEach(cve -> flaws.computeIfAbsent(cve, _ -> vulnerability(catalogue, cve)));
        catalogue
                .campaign(topic.name())
                .ifPresent(campaign -> campaigns.computeIfAbsent(campaign.name(), _ -> campaign(catalogue, campaign)));
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

    private StixId campaign(Catalogue catalogue, Campaign campaign) {
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
            objects.relationship(
                    id,
                    "targets",
                    flaws.computeIfAbsent(cve, each -> vulnerability(catalogue, each)),
                    midnight(began),
                    packDay(catalogue));
        }
        return id;
    }

    /// The update that closes a flaw.
    private void remedy(Catalogue catalogue, Verdict.FixedIn fix, StixId flaw) {
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

    @Override
    public void accept(Exposed exposed) {
        servers.write(exposed);
    }

    /// How many objects were written.
    public long written() {
        return objects.written();
    }

    /// Ends the bundle.
    @Override
    public void close() {
        json.endList().end();
        json.close();
    }
}
