// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.inventory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.BadRecord;
import org.tidemark.adapter.CsvTable;
import org.tidemark.adapter.Document;
import org.tidemark.adapter.DocumentFormat;
import org.tidemark.adapter.Head;
import org.tidemark.adapter.Sink;
import org.tidemark.asset.Address;
import org.tidemark.asset.Server;
import org.tidemark.exposure.Evidence;
import org.tidemark.exposure.Evidence.Basis;
import org.tidemark.exposure.Evidence.SettingSeen;
import org.tidemark.exposure.Evidence.StatedVersion;
import org.tidemark.exposure.Sighting;

/// CSV exports of `Get-ExchangeServer`, and of the file version of ExSetup.exe on each server; a column with the
/// address may have been added.
///
/// `AdminDisplayVersion` is not raised by updates (HealthChecker issue 115): it names the branch only. The version of
/// the file names the update.
public final class InventoryFormat implements DocumentFormat {
    private static final String ID = "inventory";
    private static final List<String> NAMES =
            List.of("name", "pscomputername", "servername", "server", "computername", "machinename");
    private static final List<String> HOSTS = List.of("fqdn", "dnshostname");
    private static final List<String> ADDRESSES = List.of("ip", "ipaddress", "ipv4address");
    private static final List<String> FILE_VERSIONS = List.of("fileversion", "productversion", "exsetupversion");
    private static final String DISPLAY_VERSION = "admindisplayversion";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Claim claim(Head head) {
        var columns = CsvTable.columnsOf(head);
        if (!hasAny(columns, NAMES) && !hasAny(columns, HOSTS)) {
            return Claim.NO;
        }
        if (columns.contains(DISPLAY_VERSION)) {
            return Claim.CERTAIN;
        }
        return hasAny(columns, FILE_VERSIONS) ? Claim.LIKELY : Claim.NO;
    }

    private static boolean hasAny(Set<String> columns, List<String> names) {
        return names.stream().anyMatch(columns::contains);
    }

    @Override
    public void read(Document document, Sink sink) throws IOException {
        CsvTable.read(document, sink, row -> sink.sighting(sighting(row, document.file())));
    }

    private static Sighting sighting(CsvTable.Row row, String file) throws BadRecord {
        var name = first(row, NAMES);
        var host = first(row, HOSTS);
        if (name == null && host == null) {
            throw new BadRecord("This row names no server.", "Export the column Name too.");
        }
        // A spreadsheet's column may hold several, none in words, or what PowerShell writes for a list.
        var address = first(row, ADDRESSES);
        var ip = address != null && Address.isOne(address) ? address : null;
        var server = Server.at(ip, null).withHost(host).withName(name);
        return new Sighting(server, null, evidence(row), Map.of(), new Sighting.Source(file, row.line(), ID));
    }

    private static List<Evidence> evidence(CsvTable.Row row) {
        var evidence = new ArrayList<Evidence>();
        var fileVersion = isOfOtherFile(row.get("filename")) ? null : first(row, FILE_VERSIONS);
        if (fileVersion != null) {
            evidence.add(new StatedVersion(Basis.FILE, fileVersion));
        }
        var displayVersion = row.get(DISPLAY_VERSION);
        if (displayVersion != null) {
            evidence.add(new StatedVersion(Basis.INVENTORY, displayVersion));
        }
        if ("Edge".equalsIgnoreCase(row.get("serverrole"))) {
            evidence.add(new SettingSeen("server-role", "edge"));
        }
        // What an owner reports of a flaw that has no update yet: the same label as a feed's.
        var mitigated = row.get("mitigated");
        if (mitigated != null) {
            for (var flaw : mitigated.split("[;,\\s]+", -1)) {
                if (!flaw.isEmpty()) {
                    evidence.add(new Evidence.Tag(flaw.toLowerCase(Locale.ROOT) + "-mitigated"));
                }
            }
        }
        return evidence;
    }

    /// Other files of the product have versions of their own.
    private static boolean isOfOtherFile(@Nullable String fileName) {
        return fileName != null && !fileName.toLowerCase(Locale.ROOT).endsWith("exsetup.exe");
    }

    private static @Nullable String first(CsvTable.Row row, List<String> columns) {
        for (var column : columns) {
            var value = row.get(column);
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
