// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.exchangescans;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.tidemark.adapter.BadRecord;
import org.tidemark.adapter.CsvLine;
import org.tidemark.adapter.Head;
import org.tidemark.adapter.LineFormat;
import org.tidemark.adapter.Sink;
import org.tidemark.adapter.Times;
import org.tidemark.adapter.WebAddress;
import org.tidemark.asset.Server;
import org.tidemark.exposure.Evidence;
import org.tidemark.exposure.Evidence.Basis;
import org.tidemark.exposure.Evidence.StatedName;
import org.tidemark.exposure.Evidence.StatedVersion;
import org.tidemark.exposure.Sighting;

/// The output of CERT.at's exchange-scans: host, time, build, name, and no header. Build and name are empty where the
/// host told neither (`scan.py` of certat/exchange-scans).
public final class ExchangeScansFormat implements LineFormat {
    private static final String ID = "exchange-scans";
    private static final int LOOKED_AT = 5;
    private static final Pattern VERSION = Pattern.compile("|\\d{1,3}(\\.\\d{1,6}){1,3}");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Claim claim(Head head) {
        // The first lines, not the first alone: one that is broken must not hide the others.
        return head.text().lines().limit(LOOKED_AT).anyMatch(ExchangeScansFormat::fits) ? Claim.LIKELY : Claim.NO;
    }

    private static boolean fits(String line) {
        var fields = CsvLine.split(line, ',');
        return fields != null
                && fields.size() == 4
                && !fields.get(0).isBlank()
                && Times.instant(fields.get(1)) != null
                && VERSION.matcher(fields.get(2)).matches();
    }

    @Override
    public void read(byte[] bytes, int from, int to, Position position, Sink sink) throws BadRecord {
        var fields = CsvLine.split(new String(bytes, from, to - from, StandardCharsets.UTF_8), ',');
        if (fields == null || fields.size() != 4) {
            throw bad("This row does not have the four values host, time, build and name.");
        }
        var seenAt = Times.instant(fields.get(1).strip());
        if (seenAt == null) {
            throw bad("The second value of this row is not a time.");
        }
        sink.sighting(new Sighting(
                server(fields.get(0)),
                seenAt,
                evidence(fields),
                Map.of(),
                new Sighting.Source(position.file(), position.line(), ID)));
    }

    private static Server server(String host) throws BadRecord {
        var address = WebAddress.of(host);
        if (address.host() == null) {
            throw bad("This row names no host.");
        }
        return WebAddress.isIp(address.host())
                ? Server.at(address.host(), address.port())
                : Server.at(null, address.port()).withHost(address.host());
    }

    private static List<Evidence> evidence(List<String> fields) {
        var evidence = new ArrayList<Evidence>();
        if (!fields.get(2).isBlank()) {
            evidence.add(new StatedVersion(Basis.REPORT, fields.get(2).strip()));
        }
        if (!fields.get(3).isBlank()) {
            evidence.add(new StatedName(fields.get(3).strip()));
        }
        return evidence;
    }

    private static BadRecord bad(String cause) {
        return new BadRecord(cause, "Check this row; the other rows were read.");
    }
}
