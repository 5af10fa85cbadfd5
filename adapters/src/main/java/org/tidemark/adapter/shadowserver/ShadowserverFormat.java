// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.shadowserver;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tidemark.adapter.Attributes;
import org.tidemark.adapter.BadRecord;
import org.tidemark.adapter.CsvTable;
import org.tidemark.adapter.Document;
import org.tidemark.adapter.DocumentFormat;
import org.tidemark.adapter.Head;
import org.tidemark.adapter.Numbers;
import org.tidemark.adapter.Sink;
import org.tidemark.adapter.Times;
import org.tidemark.asset.Server;
import org.tidemark.exposure.Evidence;
import org.tidemark.exposure.Evidence.Basis;
import org.tidemark.exposure.Evidence.StatedVersion;
import org.tidemark.exposure.Evidence.Tag;
import org.tidemark.exposure.Sighting;

/// The reports `scan_exchange`, `scan6_exchange` and `device_id`, of any year: columns are found by name.
///
/// Columns came and went between 2021 and 2026 (`severity`, `protocol`, `hostname_source` were added, `sic` was
/// dropped), so position means nothing. Times are UTC without saying so.
public final class ShadowserverFormat implements DocumentFormat {
    private static final String ID = "shadowserver";

    /// Column to attribute. `geo` is the country; numbers of 0 say that nothing is known.
    private static final Map<String, String> ATTRIBUTES = Map.of(
            "geo", "country",
            "region", "region",
            "city", "city",
            "sector", "sector",
            "naics", "naics",
            "sic", "sic",
            "severity", "severity",
            "device_vendor", "vendor",
            "device_type", "device");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Claim claim(Head head) {
        var columns = CsvTable.columnsOf(head);
        if (!columns.containsAll(Set.of("timestamp", "ip", "port", "tag"))) {
            return Claim.NO;
        }
        boolean known = columns.contains("servername") || columns.contains("device_vendor");
        return known ? Claim.CERTAIN : Claim.LIKELY;
    }

    @Override
    public void read(Document document, Sink sink) throws IOException {
        CsvTable.read(document, sink, row -> sink.sighting(sighting(row, document.file())));
    }

    private static Sighting sighting(CsvTable.Row row, String file) throws BadRecord {
        var ip = row.get("ip");
        var hostname = row.get("hostname");
        if (ip == null && hostname == null) {
            throw new BadRecord(
                    "This row names neither an address nor a host.", "Take the report from its source again.");
        }
        var server =
                Server.at(ip, Numbers.port(row.get("port"))).withHost(hostname).withName(row.get("servername"));
        return new Sighting(
                server,
                Times.instant(row.get("timestamp")),
                evidence(row),
                attributes(row),
                new Sighting.Source(file, row.line(), ID));
    }

    private static List<Evidence> evidence(CsvTable.Row row) {
        var evidence = new ArrayList<Evidence>();
        var version = row.get("version");
        if (version != null) {
            evidence.add(new StatedVersion(Basis.REPORT, version));
        }
        var model = row.get("device_model");
        if (model != null) {
            evidence.add(new Evidence.StatedName(model));
        }
        var tags = row.get("tag");
        if (tags != null) {
            // `scan_exchange` separates tags by semicolons, `device_id` by commas.
            for (var tag : tags.split("[;,]", -1)) {
                if (!tag.isBlank()) {
                    evidence.add(new Tag(tag.strip().toLowerCase(Locale.ROOT)));
                }
            }
        }
        return evidence;
    }

    private static Map<String, String> attributes(CsvTable.Row row) {
        var attributes = new Attributes().addAsn(row.get("asn"));
        ATTRIBUTES.forEach((column, attribute) -> {
            var value = row.get(column);
            attributes.add(attribute, "0".equals(value) ? null : value);
        });
        return attributes.map();
    }
}
