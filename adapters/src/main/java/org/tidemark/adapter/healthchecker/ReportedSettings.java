// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.healthchecker;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.BadRecord;
import org.tidemark.adapter.Sink;
import org.tidemark.exposure.Evidence;
import org.tidemark.exposure.Evidence.SettingSeen;
import org.tidemark.fault.Problem;

/// The settings that a report shows. What it does not show gives nothing, in neither direction.
final class ReportedSettings {
    private static final String SIGNING = "serialized-data-signing";

    private final PsObject report;
    private final PsObject exchange;
    private final PsObject organisation;
    private final String file;
    private final Sink sink;

    ReportedSettings(PsObject report, String file, Sink sink) {
        this.report = report;
        this.exchange = report.at("ExchangeInformation");
        this.organisation = report.at("OrganizationInformation");
        this.file = file;
        this.sink = sink;
    }

    void addTo(List<Evidence> evidence) {
        var directory = exchange.at("GetExchangeServer");
        boolean edge = RoleSetting.isEdge(directory);
        RoleSetting.add(directory, evidence);
        if (!edge) {
            // HealthChecker does not judge these on Edge servers: there is no IIS on them.
            add(evidence, "extended-protection", extendedProtection());
            add(
                    evidence,
                    "download-domains",
                    DownloadDomains.state(organisation.at("EnableDownloadDomains"), exchange.at("VirtualDirectories")));
            add(evidence, "token-cache-module", TokenCacheModule.state(exchange.at("IISSettings")));
            add(evidence, "outside-in-module", outsideIn());
        }
        add(evidence, SIGNING, signing());
        for (var override : Overrides.read(exchange.at("SettingOverrides", "SimpleSettingOverrides"))) {
            if (!is2013() || !override.name().equals(SIGNING)) {
                evidence.add(override);
            }
        }
        add(evidence, "prepare-schema", schema());
        add(evidence, "prepare-domain", domains());
    }

    private static void add(List<Evidence> evidence, String setting, @Nullable String value) {
        if (value != null) {
            evidence.add(new SettingSeen(setting, value));
        }
    }

    private @Nullable String extendedProtection() {
        var protection = new ExtendedProtection(is2013(), role());
        var registry = report.at("OSInformation", "RegistryValues");
        // In the registry a value that is absent means 0; without the registry nothing is known.
        boolean registrySeen = registry.has("SuppressExtendedProtection");
        var suppressed = registry.at("SuppressExtendedProtection").text();
        if (suppressed != null && !suppressed.equals("0")) {
            return "off";
        }
        var configuration = exchange.at("IISSettings", "ApplicationHostConfig").text();
        try {
            var directories = configuration != null
                    ? ApplicationHostConfig.read(configuration)
                    : new ListedDirectories(exchange.at("ExtendedProtectionConfig", "ExtendedProtectionConfiguration"));
            return protection.state(directories, registrySeen);
        } catch (BadRecord e) {
            // A broken configuration never means that something is not configured.
            sink.problem(Problem.in(file, "ApplicationHostConfig in this report: " + e.cause(), e.cure()));
            return null;
        }
    }

    private boolean is2013() {
        var setup = exchange.at("BuildInformation", "ExchangeSetup");
        return "15".equals(setup.at("FileMajorPart").text())
                && "0".equals(setup.at("FileMinorPart").text());
    }

    private String role() {
        var role = exchange.at("GetExchangeServer", "ServerRole").text();
        return role == null ? "" : role;
    }

    /// On 2013 the registry decides and overrides are ignored; on later products it is the other way round.
    private @Nullable String signing() {
        if (!is2013()) {
            return null;
        }
        var value = exchange.at("RegistryValues", "SerializedDataSigning");
        if (value.text() == null) {
            return value.isNil() ? "off" : null;
        }
        return "1".equals(value.text()) ? "on" : "off";
    }

    private @Nullable String schema() {
        var result = organisation.at("SecurityResults", "CVE202134470");
        if (!result.at("Unknown").isFalse()) {
            return null;
        }
        return result.at("IsVulnerable").isTrue()
                ? "missing"
                : result.at("IsVulnerable").isFalse() ? "done" : null;
    }

    /// One answer per domain. The checker counts an access list that it could not test as passed, so a pass needs
    /// every sign of it, and a fault is only what was tested and failed.
    private @Nullable String domains() {
        var results = organisation.at("SecurityResults", "CVE202221978").list().orElse(List.of());
        boolean all = !results.isEmpty();
        for (var domain : results) {
            boolean known = domain.at("UnknownDomain").isFalse();
            if (known
                    && (domain.at("MesoUpdated").isFalse()
                            || domain.at("AllAcePass").isFalse())) {
                return "missing";
            }
            all &= known
                    && domain.at("MesoUpdated").isTrue()
                    && domain.at("AllAcePass").isTrue()
                    && domain.at("DomainPassed").isTrue();
        }
        return all ? "done" : null;
    }

    /// `|NO` behind a type in FIP-FS's Configuration.xml brings the old text extractor back.
    private @Nullable String outsideIn() {
        for (var content : exchange.at("FileContentInformation").dictionary().entrySet()) {
            var lines = content.getValue().texts();
            if (content.getKey().regionMatches(true, content.getKey().length() - 17, "Configuration.xml", 0, 17)
                    && !lines.isEmpty()) {
                return lines.stream().anyMatch(line -> line.contains("|NO")) ? "on" : "off";
            }
        }
        return null;
    }
}
