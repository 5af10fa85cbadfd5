// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.stix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.adapter.HostName;
import org.tidemark.adapter.JsonText;
import org.tidemark.asset.Address;
import org.tidemark.export.Background;
import org.tidemark.export.Exposed;
import org.tidemark.export.Flaw;
import org.tidemark.export.Intrusion;

/// One server: an infrastructure of its addresses, which `has` the flaws that are open; what was observed of it; and
/// sightings that rest on that.
///
/// The standard's words for infrastructure are all of an attacker's, so the type is `unknown`, and its `first_seen`,
/// which means malice, is left out. What is not decided, fixed or not affected makes no relationship: there is none
/// that would say it.
final class StixServer {
    private static final long MOST = 999_999_999;

    private final StixObjects objects;
    private final Background background;
    private final StixFacts facts;

    StixServer(StixObjects objects, Background background, StixFacts facts) {
        this.objects = objects;
        this.background = background;
        this.facts = facts;
    }

    void write(Exposed exposed) {
        var open = exposed.open();
        var breaches = exposed.breaches();
        if (open.isEmpty() && breaches.isEmpty()) {
            return;
        }
        var infrastructure = infrastructure(exposed);
        var places = places(exposed);
        places.forEach(place ->
                objects.relationship(infrastructure, "consists-of", place, exposed.firstSeen(), exposed.lastSeen()));
        var observed = observed(exposed, places);
        open.forEach(flaw -> facts.flaw(flaw.cve()).ifPresent(id -> has(exposed, infrastructure, flaw, id, observed)));
        breaches.forEach(breach -> breach(exposed, breach, observed));
    }

    private StixId infrastructure(Exposed exposed) {
        var id = StixId.of("infrastructure", exposed.id());
        var seen = exposed.latest();
        var what = background.product(exposed).orElse("A server");
        objects.begin(id, exposed.firstSeen(), exposed.lastSeen())
                .text("name", exposed.server().display())
                .text("description", what + (seen.build() == null ? "" : ", build " + seen.build()))
                .texts("infrastructure_types", List.of("unknown"));
        objects.end();
        return id;
    }

    /// Its address and name. Text that is neither would make an object that no reader takes.
    private List<StixId> places(Exposed exposed) {
        var places = new ArrayList<StixId>();
        var ip = exposed.server().ip();
        if (ip != null && Address.isOne(ip)) {
            places.add(
                    ip.indexOf(':') < 0
                            ? objects.observable("ipv4-addr", Map.of("value", plainFour(ip)))
                            : objects.observable("ipv6-addr", Map.of("value", ShortAddress.of(ip))));
        }
        HostName.full(exposed.server().host())
                .ifPresent(host -> places.add(objects.observable("domain-name", Map.of("value", host))));
        return places;
    }

    /// Without leading zeroes, which the schema refuses.
    private static String plainFour(String ip) {
        return String.join(
                ".",
                java.util.Arrays.stream(ip.split("\\.", -1))
                        .map(part -> String.valueOf(Integer.parseInt(part)))
                        .toList());
    }

    /// What was seen: nothing where neither address nor product is known.
    private List<StixId> observed(Exposed exposed, List<StixId> places) {
        var refs = new ArrayList<>(places);
        var build = exposed.latest().build();
        var product = background.product(exposed);
        if (build != null && product.isPresent()) {
            refs.add(software(exposed, product.get(), build.toString()));
        }
        if (refs.isEmpty()) {
            return List.of();
        }
        var id = StixId.of("observed-data", exposed.id());
        var json = objects.begin(id, exposed.firstSeen(), exposed.lastSeen());
        json.text("first_observed", StixObjects.time(exposed.firstSeen()))
                .text("last_observed", StixObjects.time(exposed.lastSeen()))
                .number("number_observed", Math.clamp(exposed.sightings(), 1, MOST))
                .texts("object_refs", refs);
        objects.end();
        return List.of(id);
    }

    private StixId software(Exposed exposed, String product, String build) {
        var properties = new LinkedHashMap<String, String>();
        properties.put("name", product);
        var vendor = background.vendor(exposed.latest().family());
        if (!vendor.isEmpty()) {
            properties.put("vendor", vendor);
        }
        properties.put("version", build);
        return objects.observable("software", properties);
    }

    private void has(Exposed exposed, StixId infrastructure, Flaw flaw, StixId id, List<StixId> observed) {
        objects.relationship(infrastructure, "has", id, exposed.firstSeen(), exposed.lastSeen());
        var json =
                objects.begin(StixId.of("sighting", exposed.id(), id.text()), exposed.firstSeen(), exposed.lastSeen());
        json.text("description", flaw.verdict().name() + ": " + flaw.reason())
                .text("first_seen", StixObjects.time(exposed.firstSeen()))
                .text("last_seen", StixObjects.time(exposed.lastSeen()))
                .number("count", Math.clamp(exposed.sightings(), 1, MOST));
        sighted(json, id, observed);
        var fix = flaw.fix();
        if (fix != null) {
            background.of(exposed.latest().family()).ifPresent(catalogue -> facts.remedy(catalogue, fix, id));
        }
    }

    private void sighted(JsonText json, StixId of, List<StixId> observed) {
        json.text("sighting_of_ref", of).texts("observed_data_refs", observed);
        objects.end();
    }

    /// An intruder who was seen on the server.
    private void breach(Exposed exposed, Intrusion breach, List<StixId> observed) {
        var intruder = facts.intruder(breach.campaign());
        var id =
                StixId.of("sighting", exposed.id(), intruder.text(), breach.by().name());
        var json = objects.begin(id, breach.at(), breach.at());
        json.text(
                "description",
                exposed.server().display() + ", " + breach.stage().name() + ": " + breach.reason());
        if (breach.first() != null && breach.last() != null) {
            json.text("first_seen", StixObjects.time(breach.first()))
                    .text("last_seen", StixObjects.time(breach.last()));
        }
        sighted(json, intruder, observed);
    }
}
