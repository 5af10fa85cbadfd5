// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.nmap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.BadRecord;
import org.tidemark.adapter.Numbers;
import org.tidemark.adapter.XmlCursor;
import org.tidemark.exposure.Evidence;
import org.tidemark.exposure.Evidence.StatedName;

/// One port.
///
/// @param product what version detection took the service for; null where it was not probed
record NmapPort(
        @Nullable Integer number,
        boolean closed,
        @Nullable String service,
        @Nullable String product,
        NmapScripts scripts,
        long line) {

    static NmapPort read(XmlCursor xml, @Nullable String path) throws IOException, BadRecord {
        var number = Numbers.port(xml.attribute("portid"));
        long line = xml.line();
        boolean closed = false;
        String service = null;
        String product = null;
        var scripts = new NmapScripts(path);
        xml.enter();
        for (var name = xml.child(); name != null; name = xml.child()) {
            switch (name) {
                case "state" -> {
                    var state = xml.attribute("state");
                    closed = state != null && !state.startsWith("open");
                }
                case "service" -> {
                    service = xml.attribute("name");
                    product = product(xml);
                }
                case "script" -> scripts.read(xml);
                default -> {}
            }
        }
        return new NmapPort(number, closed, service, product, scripts, line);
    }

    private static @Nullable String product(XmlCursor xml) {
        var product = xml.attribute("product");
        var version = xml.attribute("version");
        return product == null || version == null ? product : product + " " + version;
    }

    List<Evidence> evidence() {
        var evidence = new ArrayList<>(scripts.evidence(service));
        if (product != null) {
            evidence.add(new StatedName(product));
        }
        return evidence;
    }
}
