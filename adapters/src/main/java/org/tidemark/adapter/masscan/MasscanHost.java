// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.masscan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.BadRecord;
import org.tidemark.adapter.JsonCursor;
import org.tidemark.adapter.LineFormat;
import org.tidemark.adapter.Times;
import org.tidemark.asset.Server;
import org.tidemark.exposure.Sighting;

/// One record: an address with the ports that answered.
record MasscanHost(String ip, @Nullable Instant seenAt, List<Port> ports) {

    /// @param banner what the port said; null where it was only found open
    private record Port(@Nullable Integer number, @Nullable MasscanBanner banner) {}

    static MasscanHost read(JsonCursor json) throws BadRecord {
        String ip = null;
        Instant seenAt = null;
        Integer number = null;
        MasscanBanner banner = null;
        var ports = new ArrayList<Port>();
        json.enterRecord();
        for (var name = json.name(); name != null; name = json.name()) {
            switch (name) {
                case "ip" -> ip = json.text();
                case "timestamp" -> seenAt = Times.epochSecond(json.text());
                case "ports" -> readPorts(json, ports);
                // NDJSON: one port a record, its state or banner in `data`.
                case "port" -> number = json.port();
                case "data" -> banner = MasscanBanner.read(json, "service_name");
                default -> {}
            }
        }
        if (ip == null) {
            throw new BadRecord("This record names no address.", "Take it from its source again.");
        }
        if (number != null || ports.isEmpty()) {
            ports.add(new Port(number, banner));
        }
        return new MasscanHost(ip, seenAt, ports);
    }

    private static void readPorts(JsonCursor json, List<Port> ports) {
        if (json.enterArray()) {
            while (json.element()) {
                if (json.enterObject()) {
                    Integer number = null;
                    MasscanBanner banner = null;
                    for (var name = json.name(); name != null; name = json.name()) {
                        switch (name) {
                            case "port" -> number = json.port();
                            case "service" -> banner = MasscanBanner.read(json, "name");
                            default -> {}
                        }
                    }
                    ports.add(new Port(number, banner));
                }
            }
        }
    }

    List<Sighting> sightings(LineFormat.Position position) {
        var source = new Sighting.Source(position.file(), position.line(), MasscanFormat.ID);
        return ports.stream()
                .map(port -> new Sighting(
                        Server.at(ip, port.number()),
                        seenAt,
                        port.banner() == null ? List.of() : port.banner().evidence(),
                        Map.of(),
                        source))
                .toList();
    }
}
