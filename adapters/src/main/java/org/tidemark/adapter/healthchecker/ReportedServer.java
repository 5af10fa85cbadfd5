// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.healthchecker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.Sink;
import org.tidemark.adapter.Times;
import org.tidemark.asset.Server;
import org.tidemark.exposure.Evidence;
import org.tidemark.exposure.Evidence.Basis;
import org.tidemark.exposure.Evidence.InstalledPackage;
import org.tidemark.exposure.Evidence.StatedVersion;
import org.tidemark.exposure.Sighting;

/// One exported object that tells of a server: a whole report, a server of the directory, or a file version.
final class ReportedServer {
    private static final Pattern KB = Pattern.compile("KB\\d{6,8}");
    private static final Pattern NAMED_TIME =
            Pattern.compile("HealthChecker-.{1,100}-(\\d{4})(\\d{2})(\\d{2})(\\d{2})(\\d{2})(\\d{2})\\.xml");

    private final PsObject object;
    private final String file;
    private final Sink sink;

    ReportedServer(PsObject object, String file, Sink sink) {
        this.object = object;
        this.file = file;
        this.sink = sink;
    }

    /// What the object says; empty where it is something else.
    Optional<Sighting> sighting() {
        if (object.has("HealthCheckerExchangeServer")) {
            return Optional.of(report(object.at("HealthCheckerExchangeServer")));
        }
        if (object.has("AdminDisplayVersion")) {
            var server = Server.UNKNOWN
                    .withHost(object.at("Fqdn").text())
                    .withName(object.at("Name").text());
            var evidence = new ArrayList<Evidence>();
            addDisplayVersion(object, evidence);
            RoleSetting.add(object, evidence);
            return Optional.of(sighting(server, null, evidence));
        }
        if (isSetup(object)) {
            var evidence = new ArrayList<Evidence>();
            addFileVersion(object, evidence);
            return Optional.of(
                    sighting(Server.UNKNOWN.withName(object.at("PSComputerName").text()), null, evidence));
        }
        return Optional.empty();
    }

    private Sighting report(PsObject report) {
        var exchange = report.at("ExchangeInformation");
        var directory = exchange.at("GetExchangeServer");
        var build = exchange.at("BuildInformation");
        var name = report.at("ServerName").text();
        var evidence = new ArrayList<Evidence>();
        addFileVersion(build.at("ExchangeSetup"), evidence);
        addDisplayVersion(directory, evidence);
        addPackages(build.at("KBsInstalledInfo"), evidence);
        new ReportedSettings(report, file, sink).addTo(evidence);
        var server = Server.UNKNOWN
                .withHost(directory.at("Fqdn").text())
                .withName(name != null ? name : directory.at("Name").text());
        var time = Times.instant(report.at("GenerationTime").text());
        return sighting(server, time != null ? time : namedTime(file), evidence);
    }

    private Sighting sighting(Server server, @Nullable Instant seenAt, List<Evidence> evidence) {
        var source = new Sighting.Source(file, null, HealthCheckerFormat.ID);
        return new Sighting(server, seenAt, evidence, Map.of(), source);
    }

    /// The time in the file's name is that of the server, whose zone is not said; it is taken for UTC.
    static @Nullable Instant namedTime(String file) {
        var name = NAMED_TIME.matcher(file);
        return name.find()
                ? Times.instant("%s-%s-%sT%s:%s:%s"
                        .formatted(
                                name.group(1),
                                name.group(2),
                                name.group(3),
                                name.group(4),
                                name.group(5),
                                name.group(6)))
                : null;
    }

    private static boolean isSetup(PsObject object) {
        var text = object.at("FileName").text();
        var name = text != null ? text : object.at("InternalName").text();
        return name != null
                && name.toLowerCase(Locale.ROOT).endsWith("exsetup.exe")
                && !fileVersion(object).isEmpty();
    }

    private static void addFileVersion(PsObject setup, List<Evidence> evidence) {
        var version = fileVersion(setup);
        if (!version.isEmpty()) {
            evidence.add(new StatedVersion(Basis.FILE, version));
        }
    }

    /// The text where it is there, else its four parts.
    private static String fileVersion(PsObject setup) {
        var text = setup.at("FileVersion").text();
        if (text != null) {
            return text;
        }
        var parts = new ArrayList<String>();
        for (var part : List.of("FileMajorPart", "FileMinorPart", "FileBuildPart", "FilePrivatePart")) {
            var number = setup.at(part).text();
            if (number == null) {
                return "";
            }
            parts.add(number);
        }
        return String.join(".", parts);
    }

    private static void addDisplayVersion(PsObject directory, List<Evidence> evidence) {
        var version = directory.at("AdminDisplayVersion").text();
        if (version != null) {
            evidence.add(new StatedVersion(Basis.INVENTORY, version));
        }
    }

    private static void addPackages(PsObject installed, List<Evidence> evidence) {
        for (var update : installed.list().orElse(List.of())) {
            var text = update.at("PackageName").text();
            KB.matcher(text == null ? "" : text.toUpperCase(Locale.ROOT))
                    .results()
                    .forEach(kb -> evidence.add(new InstalledPackage(kb.group())));
        }
    }
}
