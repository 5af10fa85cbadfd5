// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.registry;

import java.util.List;
import org.tidemark.adapter.Format;
import org.tidemark.adapter.censys.CensysFormat;
import org.tidemark.adapter.exchangescans.ExchangeScansFormat;
import org.tidemark.adapter.healthchecker.HealthCheckerFormat;
import org.tidemark.adapter.healthchecker.VulnerabilityReportFormat;
import org.tidemark.adapter.hostlist.HostListFormat;
import org.tidemark.adapter.httpx.HttpxFormat;
import org.tidemark.adapter.inventory.InventoryFormat;
import org.tidemark.adapter.masscan.MasscanFormat;
import org.tidemark.adapter.masscan.MasscanXmlFormat;
import org.tidemark.adapter.nmap.NmapFormat;
import org.tidemark.adapter.nuclei.NucleiFormat;
import org.tidemark.adapter.shadowserver.ShadowserverFormat;
import org.tidemark.adapter.shodan.ShodanFormat;
import org.tidemark.adapter.sonar.SonarFormat;
import org.tidemark.adapter.zgrab.ZgrabFormat;

/// All formats that can be read, in a fixed order: where two are equally sure of a file, the first reads it.
public final class Formats {
    public static final List<Format> ALL = List.of(
            new ZgrabFormat(),
            new ShodanFormat(),
            new CensysFormat(),
            new HttpxFormat(),
            new NucleiFormat(),
            new MasscanFormat(),
            new SonarFormat(),
            new NmapFormat(),
            new MasscanXmlFormat(),
            new HealthCheckerFormat(),
            new VulnerabilityReportFormat(),
            new ShadowserverFormat(),
            new InventoryFormat(),
            new ExchangeScansFormat(),
            new HostListFormat());

    private Formats() {}
}
