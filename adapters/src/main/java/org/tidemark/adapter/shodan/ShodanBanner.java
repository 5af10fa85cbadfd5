// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.shodan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.Attributes;
import org.tidemark.adapter.BadRecord;
import org.tidemark.adapter.JsonCursor;
import org.tidemark.adapter.LineFormat;
import org.tidemark.adapter.MailGreeting;
import org.tidemark.adapter.Times;
import org.tidemark.asset.Server;
import org.tidemark.exposure.Evidence;
import org.tidemark.exposure.Evidence.Tag;
import org.tidemark.exposure.Sighting;

/// One banner while it is read. Members come in any order, so evidence is made at the end.
final class ShodanBanner {
    private @Nullable String ip;
    private @Nullable Integer port;
    private @Nullable String hostname;
    private @Nullable Instant seenAt;
    private @Nullable String module;
    private @Nullable String certificate;
    private @Nullable ShodanHttp http;
    private String data = "";
    private final List<Evidence> tags = new ArrayList<>();
    private final Attributes attributes = new Attributes();

    ShodanBanner read(JsonCursor json) throws BadRecord {
        json.enterRecord();
        for (var name = json.name(); name != null; name = json.name()) {
            switch (name) {
                // `ip` is the same address as a number.
                case "ip_str" -> ip = json.text();
                case "port" -> port = json.port();
                case "timestamp" -> seenAt = Times.instant(json.text());
                case "data" -> data = json.content();
                case "http" -> http = json.isObject() ? ShodanHttp.read(json) : null;
                case "hostnames" -> hostname = json.texts().stream().findFirst().orElse(null);
                case "asn" -> attributes.addAsn(json.text());
                case "org" -> attributes.add("org", json.text());
                default -> readRare(name, json);
            }
        }
        if (ip == null && hostname == null) {
            throw new BadRecord("This banner names no address.", "Take it from its source again.");
        }
        return this;
    }

    private void readRare(String name, JsonCursor json) {
        switch (name) {
            case "_shodan" -> module = member(json, "module");
            case "ssl" -> certificate = fingerprint(json);
            case "location" -> readLocation(json);
            case "tags" -> json.texts().forEach(this::tag);
            case "vulns" -> readVulnerabilities(json);
            default -> {}
        }
    }

    private void tag(String text) {
        tags.add(new Tag(text.strip().toLowerCase(Locale.ROOT)));
    }

    private void readLocation(JsonCursor json) {
        if (json.enterObject()) {
            for (var name = json.name(); name != null; name = json.name()) {
                switch (name) {
                    case "country_code" -> attributes.add("country", json.text());
                    case "region_code" -> attributes.add("region", json.text());
                    case "city" -> attributes.add("city", json.text());
                    default -> {}
                }
            }
        }
    }

    /// What is not verified was concluded from a version by somebody else; only what was tested is a label.
    private void readVulnerabilities(JsonCursor json) {
        if (json.enterObject()) {
            for (var cve = json.name(); cve != null; cve = json.name()) {
                if ("true".equals(member(json, "verified"))) {
                    tag(cve);
                }
            }
        }
    }

    /// Goes down `cert.fingerprint.sha256`.
    private static @Nullable String fingerprint(JsonCursor json) {
        String found = null;
        if (json.enterObject()) {
            for (var name = json.name(); name != null; name = json.name()) {
                switch (name) {
                    case "cert", "fingerprint" -> found = fingerprint(json);
                    case "sha256" -> found = json.text();
                    default -> {}
                }
            }
        }
        return found;
    }

    private static @Nullable String member(JsonCursor json, String wanted) {
        String found = null;
        if (json.enterObject()) {
            for (var name = json.name(); name != null; name = json.name()) {
                if (name.equals(wanted)) {
                    found = json.text();
                }
            }
        }
        return found;
    }

    Sighting sighting(LineFormat.Position position) {
        var evidence = new ArrayList<Evidence>();
        var service = MailGreeting.service(module);
        if (http != null) {
            evidence.addAll(http.evidence(data));
        } else if (data.startsWith("HTTP/")) {
            evidence.addAll(ShodanHttp.NONE.evidence(data));
        } else if (service != null && !data.isBlank()) {
            evidence.add(new Evidence.Banner(service, data));
        }
        evidence.addAll(tags);
        var server = Server.at(ip, port).withHost(hostname).withCertificate(certificate);
        var source = new Sighting.Source(position.file(), position.line(), ShodanFormat.ID);
        return new Sighting(server, seenAt, evidence, attributes.map(), source);
    }
}
