// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.zgrab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.BadRecord;
import org.tidemark.adapter.JsonCursor;
import org.tidemark.adapter.LineFormat;
import org.tidemark.asset.Server;
import org.tidemark.exposure.Sighting;

/// One line: the target, and what each module found there.
///
/// @param port the target's port, which only newer versions write
record ZgrabLine(
        @Nullable String ip,
        @Nullable String domain,
        @Nullable Integer port,
        List<ZgrabModule> modules) {

    static ZgrabLine read(JsonCursor json) throws BadRecord {
        String ip = null;
        String domain = null;
        Integer port = null;
        var modules = new ArrayList<ZgrabModule>();
        json.enterRecord();
        for (var name = json.name(); name != null; name = json.name()) {
            switch (name) {
                case "ip" -> ip = json.text();
                case "domain" -> domain = json.text();
                case "port" -> port = json.port();
                case "data" -> readModules(json, modules);
                default -> {}
            }
        }
        if (ip == null && domain == null && modules.isEmpty()) {
            throw new BadRecord("This record names no target and holds no result.", "Take it from its source again.");
        }
        return new ZgrabLine(ip, domain, port, modules);
    }

    private static void readModules(JsonCursor json, List<ZgrabModule> modules) {
        if (json.enterObject()) {
            while (json.name() != null) {
                if (json.isObject()) {
                    modules.add(ZgrabModule.read(json));
                }
            }
        }
    }

    List<Sighting> sightings(LineFormat.Position position) {
        var source = new Sighting.Source(position.file(), position.line(), ZgrabFormat.ID);
        if (modules.isEmpty()) {
            return List.of(new Sighting(server(port), null, List.of(), Map.of(), source));
        }
        return modules.stream().map(module -> sighting(module, source)).toList();
    }

    private Sighting sighting(ZgrabModule module, Sighting.Source source) {
        // A module's own port is nearer than the target's, and what was asked says it where neither is written.
        var shown = module.port() != null ? module.port() : port != null ? port : module.askedPort();
        var server = server(shown).withCertificate(module.certificate().identity());
        return new Sighting(
                server, module.seenAt(), module.evidence(), module.certificate().attributes(), source);
    }

    private Server server(@Nullable Integer shownPort) {
        return Server.at(ip, shownPort).withHost(domain);
    }
}
