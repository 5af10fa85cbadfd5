// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.intelmq;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.HostName;
import org.tidemark.asset.Address;
import org.tidemark.export.Exposed;
import org.tidemark.export.Flaw;
import org.tidemark.export.Imprint;
import org.tidemark.export.Intrusion;
import org.tidemark.export.Tlp;

/// What a server is to IntelMQ: an event where it has open flaws, and one where somebody came in.
///
/// Taxonomy and type are those of the Reference Security Incident Taxonomy that the harmonization names. What is not
/// decided makes no event: there is no type for it, and `vulnerable-system` would claim too much.
final class IntelMqEvents {
    /// The columns, in order. All but those of `extra.` are fields of an event in the harmonization.
    static final List<String> COLUMNS = List.of(
            "classification.taxonomy",
            "classification.type",
            "classification.identifier",
            "feed.name",
            "feed.provider",
            "time.source",
            "source.ip",
            "source.port",
            "source.fqdn",
            "source.local_hostname",
            "source.asn",
            "source.geolocation.cc",
            "source.geolocation.region",
            "source.geolocation.city",
            "protocol.application",
            "protocol.transport",
            "event_description.text",
            "tlp",
            "extra.server",
            "extra.first_seen",
            "extra.product",
            "extra.build",
            "extra.confidence",
            "extra.cves",
            "extra.kbs",
            "extra.stage",
            "extra.campaigns",
            "extra.actors",
            "extra.sector",
            "extra.tlp");

    private static final int MOST_PORTS = 65_535;
    private static final int MOST_DIGITS = 10;
    /// With an offset and never `Z`, as IntelMQ itself writes times.
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss'+00:00'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Imprint imprint;

    IntelMqEvents(Imprint imprint) {
        this.imprint = imprint;
    }

    /// None, one or two events, each with its fields that have a value: texts, whole numbers and lists of texts.
    List<Map<String, Object>> of(Exposed exposed) {
        var events = new ArrayList<Map<String, Object>>(2);
        var open = exposed.open();
        if (!open.isEmpty()) {
            events.add(vulnerable(exposed, open));
        }
        exposed.breaches().stream()
                .max(Comparator.comparing(Intrusion::stage))
                .ifPresent(worst -> events.add(compromised(exposed, worst)));
        return events;
    }

    private Map<String, Object> vulnerable(Exposed exposed, List<Flaw> open) {
        var event = event(exposed, "vulnerable", "vulnerable-system", exposed.seenAt());
        put(event, "classification.identifier", "vulnerable-" + family(exposed) + "server");
        put(event, "event_description.text", words(open));
        event.put("extra.cves", open.stream().map(flaw -> flaw.cve().value()).toList());
        var kbs = open.stream()
                .map(Flaw::fix)
                .filter(Objects::nonNull)
                .map(fix -> fix.kb())
                .filter(kb -> !kb.isEmpty())
                .distinct()
                .toList();
        if (!kbs.isEmpty()) {
            event.put("extra.kbs", kbs);
        }
        return event;
    }

    private static String words(List<Flaw> open) {
        return open.size() == 1 ? open.getFirst().reason() : open.size() + " known flaws are open on this server.";
    }

    private Map<String, Object> compromised(Exposed exposed, Intrusion worst) {
        var event = event(exposed, "intrusions", "system-compromise", worst.time());
        // The feeds that label a server label web shells; a hunt may have seen something else.
        var what = worst.by() == Intrusion.By.FEED ? "server-webshell" : "server-compromised";
        put(event, "classification.identifier", family(exposed) + what);
        put(event, "event_description.text", worst.reason());
        put(event, "extra.stage", worst.stage().name().toLowerCase(Locale.ROOT));
        var breaches = exposed.breaches();
        list(
                event,
                "extra.campaigns",
                breaches.stream().map(Intrusion::campaign).toList());
        list(
                event,
                "extra.actors",
                breaches.stream().flatMap(breach -> breach.actors().stream()).toList());
        return event;
    }

    private Map<String, Object> event(Exposed exposed, String taxonomy, String type, Instant at) {
        var event = new LinkedHashMap<String, Object>();
        event.put("classification.taxonomy", taxonomy);
        event.put("classification.type", type);
        event.put("feed.name", "tidemark");
        var publisher = imprint.publisher();
        put(event, "feed.provider", publisher == null ? null : publisher.name());
        event.put("time.source", TIME.format(at));
        where(event, exposed);
        what(event, exposed);
        event.put("tlp", imprint.tlp().old());
        if (imprint.tlp() == Tlp.AMBER_STRICT) {
            event.put("extra.tlp", "TLP:" + imprint.tlp().label());
        }
        return event;
    }

    private static void where(Map<String, Object> event, Exposed exposed) {
        var server = exposed.server();
        if (server.ip() != null && Address.isOne(server.ip())) {
            event.put("source.ip", server.ip());
        }
        var port = server.port();
        if (port != null && port > 0 && port <= MOST_PORTS) {
            event.put("source.port", port);
            event.put("protocol.transport", "tcp");
        }
        HostName.full(server.host()).ifPresent(host -> event.put("source.fqdn", host));
        put(event, "source.local_hostname", server.name());
        var says = exposed.latest().attributes();
        var asn = says.getOrDefault("asn", "");
        if (!asn.isEmpty() && asn.length() <= MOST_DIGITS && asn.chars().allMatch(c -> c >= '0' && c <= '9')) {
            event.put("source.asn", Long.parseLong(asn));
        }
        var country = says.getOrDefault("country", "").toUpperCase(Locale.ROOT);
        if (country.length() == 2 && country.chars().allMatch(c -> c >= 'A' && c <= 'Z')) {
            event.put("source.geolocation.cc", country);
        }
        put(event, "source.geolocation.region", says.get("region"));
        put(event, "source.geolocation.city", says.get("city"));
        put(event, "extra.sector", says.get("sector"));
    }

    private static void what(Map<String, Object> event, Exposed exposed) {
        var seen = exposed.latest();
        put(event, "protocol.application", seen.family());
        put(event, "extra.server", exposed.id());
        event.put("extra.first_seen", TIME.format(exposed.firstSeen()));
        put(
                event,
                "extra.product",
                seen.product() == null ? null : seen.product().name());
        put(event, "extra.build", seen.build() == null ? null : seen.build().toString());
        put(event, "extra.confidence", seen.confidence().id());
    }

    private static String family(Exposed exposed) {
        var family = exposed.latest().family();
        return family == null ? "" : family + "-";
    }

    private static void put(Map<String, Object> event, String field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            event.put(field, value);
        }
    }

    private static void list(Map<String, Object> event, String field, List<? extends @Nullable String> values) {
        var all = values.stream().filter(Objects::nonNull).distinct().toList();
        if (!all.isEmpty()) {
            event.put(field, all);
        }
    }
}
