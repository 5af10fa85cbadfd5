// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.shadowserver;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.Attributes;
import org.tidemark.adapter.BadRecord;
import org.tidemark.adapter.CsvTable;
import org.tidemark.adapter.Document;
import org.tidemark.adapter.DocumentFormat;
import org.tidemark.adapter.Head;
import org.tidemark.adapter.Numbers;
import org.tidemark.adapter.Sink;
import org.tidemark.adapter.Times;
import org.tidemark.asset.Address;
import org.tidemark.asset.Server;
import org.tidemark.exposure.Evidence;
import org.tidemark.exposure.Evidence.Basis;
import org.tidemark.exposure.Evidence.StatedVersion;
import org.tidemark.exposure.Evidence.Tag;
import org.tidemark.exposure.Sighting;
import org.tidemark.fault.Problem;

/// The reports `scan_exchange`, `scan6_exchange` and `device_id`, of any year: columns are found by name.
///
/// Columns came and went between 2021 and 2026 (`severity`, `protocol`, `hostname_source` were added, `sic` was
/// dropped), so position means nothing. Times are UTC without saying so.
public final class ShadowserverFormat implements DocumentFormat {
    private static final String ID = "shadowserver";
    private static final String CURE = "Take the report from its source again.";
    private static final String NOTHING_KNOWN = "0";

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
        CsvTable.read(document, sink, row -> {
            var bad = new ArrayList<Problem>();
            var sighting = sighting(row, document.file(), bad);
            bad.forEach(sink::problem);
            sink.sighting(sighting);
        });
    }

    /// @param bad takes what cannot be read of a row whose rest counts all the same
    private static Sighting sighting(CsvTable.Row row, String file, List<Problem> bad) throws BadRecord {
        var hostname = row.get("hostname");
        var ip = address(row, hostname, bad);
        if (ip == null && hostname == null) {
            throw new BadRecord("This row names neither an address nor a host.", CURE);
        }
        var server = Server.at(ip, port(row, bad)).withHost(hostname).withName(row.get("servername"));
        return new Sighting(
                server, time(row, bad), evidence(row), attributes(row), new Sighting.Source(file, row.line(), ID));
    }

    private static @Nullable String address(CsvTable.Row row, @Nullable String hostname, List<Problem> bad)
            throws BadRecord {
        var ip = row.get("ip");
        if (ip == null || Address.isOne(ip)) {
            return ip;
        }
        var wrong = said(ip) + " in the column ip is no address";
        if (hostname == null) {
            throw new BadRecord(wrong + ", and the row names no host.", CURE);
        }
        bad.add(new Problem(row.place(), wrong + "; the row counts by its host name.", CURE));
        return null;
    }

    private static @Nullable Integer port(CsvTable.Row row, List<Problem> bad) {
        var text = row.get("port");
        var port = Numbers.port(text);
        if (text != null && port == null && !text.equals(NOTHING_KNOWN)) {
            bad.add(new Problem(row.place(), said(text) + " is no port; the row counts without one.", CURE));
        }
        return port;
    }

    private static @Nullable Instant time(CsvTable.Row row, List<Problem> bad) {
        var text = row.get("timestamp");
        var time = Times.instant(text);
        if (text != null && time == null) {
            bad.add(new Problem(row.place(), said(text) + " is no time; the row counts without one.", CURE));
        }
        return time;
    }

    private static String said(String text) {
        return "'" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "'";
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
            attributes.add(attribute, NOTHING_KNOWN.equals(value) ? null : value);
        });
        return attributes.map();
    }
}
