// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.censys;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.Attributes;
import org.tidemark.adapter.BadRecord;
import org.tidemark.adapter.JsonCursor;
import org.tidemark.adapter.LineFormat;
import org.tidemark.adapter.Times;
import org.tidemark.asset.Server;
import org.tidemark.exposure.Sighting;

/// One host while it is read.
final class CensysHost {
    private @Nullable String ip;
    private @Nullable String name;
    private @Nullable Instant updatedAt;
    private final List<CensysService> services = new ArrayList<>();
    private final Attributes attributes = new Attributes();

    CensysHost read(JsonCursor json) throws BadRecord {
        json.enterRecord();
        readMembers(json);
        if (ip == null && name == null) {
            throw new BadRecord("This document names no address.", "Take it from its source again.");
        }
        return this;
    }

    private void readMembers(JsonCursor json) {
        for (var member = json.name(); member != null; member = json.name()) {
            switch (member) {
                case "result", "host", "resource" -> {
                    if (json.enterObject()) {
                        readMembers(json);
                    }
                }
                case "ip" -> ip = json.text();
                case "name" -> name = json.text();
                case "last_updated_at" -> updatedAt = Times.instant(json.text());
                case "location" -> readLocation(json);
                case "autonomous_system" -> readNetwork(json);
                case "services" -> readServices(json);
                default -> {}
            }
        }
    }

    private void readServices(JsonCursor json) {
        if (json.enterArray()) {
            while (json.element()) {
                if (json.isObject()) {
                    services.add(CensysService.read(json));
                }
            }
        }
    }

    private void readLocation(JsonCursor json) {
        if (json.enterObject()) {
            for (var member = json.name(); member != null; member = json.name()) {
                switch (member) {
                    case "country_code" -> attributes.add("country", json.text());
                    case "province" -> attributes.add("region", json.text());
                    case "city" -> attributes.add("city", json.text());
                    default -> {}
                }
            }
        }
    }

    private void readNetwork(JsonCursor json) {
        if (json.enterObject()) {
            for (var member = json.name(); member != null; member = json.name()) {
                switch (member) {
                    case "asn" -> attributes.addAsn(json.text());
                    case "name" -> attributes.add("org", json.text());
                    default -> {}
                }
            }
        }
    }

    /// A host on which nothing speaks a protocol of interest is still a record that was read.
    List<Sighting> sightings(LineFormat.Position position) {
        var source = new Sighting.Source(position.file(), position.line(), CensysFormat.ID);
        var telling = services.stream()
                .filter(service -> !service.evidence().isEmpty())
                .toList();
        if (telling.isEmpty()) {
            var server = Server.at(ip, null).withHost(name);
            return List.of(new Sighting(server, updatedAt, List.of(), attributes.map(), source));
        }
        return telling.stream()
                .map(service -> new Sighting(
                        Server.at(ip, service.port())
                                .withHost(name != null ? name : service.name())
                                .withCertificate(service.certificate()),
                        service.seenAt() != null ? service.seenAt() : updatedAt,
                        service.evidence(),
                        attributes.map(),
                        source))
                .toList();
    }
}
