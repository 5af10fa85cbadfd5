// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.nmap;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.BadRecord;
import org.tidemark.adapter.Times;
import org.tidemark.adapter.XmlCursor;
import org.tidemark.asset.Server;
import org.tidemark.exposure.Sighting;

/// One host while it is read.
final class NmapHost {
    private final String file;
    private final @Nullable String path;
    private @Nullable Instant seenAt;
    private @Nullable String ip;
    private @Nullable String askedName;
    private @Nullable String foundName;
    private long line;
    private boolean down;
    private final List<NmapPort> ports = new ArrayList<>();

    NmapHost(String file, @Nullable String path) {
        this.file = file;
        this.path = path;
    }

    NmapHost read(XmlCursor xml) throws IOException, BadRecord {
        line = xml.line();
        seenAt = Times.epochSecond(xml.attribute("endtime"));
        if (seenAt == null) {
            seenAt = Times.epochSecond(xml.attribute("starttime"));
        }
        xml.enter();
        for (var name = xml.child(); name != null; name = xml.child()) {
            switch (name) {
                case "status" -> down = "down".equals(xml.attribute("state"));
                case "address" -> readAddress(xml);
                case "hostnames" -> readNames(xml);
                case "ports" -> readPorts(xml);
                default -> {}
            }
        }
        return this;
    }

    private void readAddress(XmlCursor xml) {
        // A neighbour in the same network has a hardware address besides.
        if (!"mac".equals(xml.attribute("addrtype")) && ip == null) {
            ip = xml.attribute("addr");
        }
    }

    private void readNames(XmlCursor xml) throws IOException, BadRecord {
        xml.enter();
        while (xml.child() != null) {
            if ("user".equals(xml.attribute("type"))) {
                askedName = xml.attribute("name");
            } else {
                foundName = xml.attribute("name");
            }
        }
    }

    private void readPorts(XmlCursor xml) throws IOException, BadRecord {
        xml.enter();
        for (var name = xml.child(); name != null; name = xml.child()) {
            if (name.equals("port")) {
                var port = NmapPort.read(xml, path);
                if (!port.closed()) {
                    ports.add(port);
                }
            }
        }
    }

    List<Sighting> sightings() {
        if (ports.isEmpty()) {
            // A host that did not answer was not seen.
            return down
                    ? List.of()
                    : List.of(new Sighting(
                            Server.at(ip, null).withHost(name(null)),
                            seenAt,
                            List.of(),
                            Map.of(),
                            new Sighting.Source(file, line, NmapFormat.ID)));
        }
        return ports.stream()
                .map(port -> new Sighting(
                        Server.at(ip, port.number())
                                .withHost(name(port.scripts().certificateName()))
                                .withName(port.scripts().computerName())
                                .withCertificate(port.scripts().certificate()),
                        seenAt,
                        port.evidence(),
                        Map.of(),
                        new Sighting.Source(file, port.line(), NmapFormat.ID)))
                .toList();
    }

    private @Nullable String name(@Nullable String certificateName) {
        return askedName != null ? askedName : foundName != null ? foundName : certificateName;
    }
}
