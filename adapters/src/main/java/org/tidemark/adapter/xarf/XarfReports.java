// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.xarf;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.HostName;
import org.tidemark.asset.Address;
import org.tidemark.asset.Server;
import org.tidemark.export.Background;
import org.tidemark.export.Exposed;
import org.tidemark.export.Flaw;
import org.tidemark.export.Imprint;

/// The reports on servers: one for each flaw that is open, one for each campaign by which somebody came in.
///
/// X-ARF reports what is; what the evidence does not decide makes no report. Neither does what the schema has no form
/// for: a flaw without a CVE number, or one on a server whose port nobody knows (`types/vulnerability-cve.json` asks
/// for both). Those are counted.
public final class XarfReports {
    private static final int MOST_PORTS = 65_535;

    private final Background background;
    private final Imprint imprint;
    private long leftOut;

    /// @param imprint must name a publisher with a contact
    public XarfReports(Background background, Imprint imprint) {
        this.background = background;
        this.imprint = imprint;
        if (imprint.named().contact() == null) {
            throw new IllegalArgumentException("a report names whom to write to");
        }
    }

    /// The reports on one server.
    public List<XarfReport> of(Exposed exposed) {
        var reports = new ArrayList<XarfReport>();
        var source = source(exposed.server());
        if (source == null) {
            leftOut += exposed.open().size() + exposed.breaches().size();
            return reports;
        }
        var open = exposed.open();
        for (var flaw : open) {
            if (isCve(flaw) && hasPort(exposed.server())) {
                reports.add(new FlawReport(source, exposed, flaw, open, background, imprint));
            } else {
                leftOut++;
            }
        }
        exposed.breaches()
                .forEach(breach -> reports.add(new BreachReport(source, exposed, breach, background, imprint)));
        return reports;
    }

    /// How many flaws and breaches the form has no place for.
    public long leftOut() {
        return leftOut;
    }

    static boolean isCve(Flaw flaw) {
        return flaw.cve().value().startsWith("CVE-");
    }

    static boolean hasPort(Server server) {
        var port = server.port();
        return port != null && port > 0 && port <= MOST_PORTS;
    }

    /// What tells the server's keeper which one it is: its address, else a full name, else whatever it is called.
    private static @Nullable String source(Server server) {
        var ip = server.ip();
        if (ip != null && Address.isOne(ip)) {
            return ip;
        }
        return HostName.full(server.host()).orElse(server.name() != null ? server.name() : server.host());
    }
}
