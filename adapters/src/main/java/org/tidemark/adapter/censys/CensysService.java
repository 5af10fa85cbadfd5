// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.censys;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.JsonCursor;
import org.tidemark.adapter.MailGreeting;
import org.tidemark.adapter.Times;
import org.tidemark.exposure.Evidence;

/// One service of a host.
///
/// @param name the first name in its certificate that a host can have
record CensysService(
        @Nullable Integer port,
        @Nullable Instant seenAt,
        @Nullable String name,
        @Nullable String certificate,
        List<Evidence> evidence) {

    static CensysService read(JsonCursor json) {
        Integer port = null;
        Instant seenAt = null;
        String protocol = null;
        String banner = null;
        var certificate = CensysCertificate.NONE;
        var evidence = new ArrayList<Evidence>();
        json.enterObject();
        for (var member = json.name(); member != null; member = json.name()) {
            switch (member) {
                case "port" -> port = json.port();
                case "observed_at", "scan_time" -> seenAt = Times.instant(json.text());
                case "service_name", "protocol" -> protocol = json.text();
                case "http" -> CensysHttp.read(json, evidence);
                case "endpoints" -> readEndpoints(json, evidence);
                case "banner" -> banner = banner != null ? banner : json.text();
                case "smtp", "imap", "pop3" -> banner = readBanner(json, banner);
                case "tls" -> certificate = certificate.or(CensysCertificate.read(json));
                case "cert" -> certificate = CensysCertificate.read(json).or(certificate);
                default -> {}
            }
        }
        var mail = MailGreeting.service(protocol);
        if (mail != null && banner != null) {
            evidence.add(new Evidence.Banner(mail, banner));
        }
        return new CensysService(port, seenAt, certificate.name(), certificate.sha256(), evidence);
    }

    private static void readEndpoints(JsonCursor json, List<Evidence> evidence) {
        if (json.enterArray()) {
            while (json.element()) {
                if (json.enterObject()) {
                    for (var member = json.name(); member != null; member = json.name()) {
                        if (member.equals("http")) {
                            CensysHttp.read(json, evidence);
                        }
                    }
                }
            }
        }
    }

    /// What the service's own protocol shows is nearer than the first bytes of the connection.
    private static @Nullable String readBanner(JsonCursor json, @Nullable String other) {
        var found = other;
        if (json.enterObject()) {
            for (var member = json.name(); member != null; member = json.name()) {
                if (member.equals("banner")) {
                    var banner = json.text();
                    found = banner == null ? found : banner;
                }
            }
        }
        return found;
    }
}
