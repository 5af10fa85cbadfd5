// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.nuclei;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.BadRecord;
import org.tidemark.adapter.JsonCursor;
import org.tidemark.adapter.LineFormat;
import org.tidemark.adapter.MailGreeting;
import org.tidemark.adapter.RawHttp;
import org.tidemark.adapter.Times;
import org.tidemark.adapter.WebAddress;
import org.tidemark.asset.Server;
import org.tidemark.exposure.Evidence;
import org.tidemark.exposure.Evidence.Basis;
import org.tidemark.exposure.Evidence.StatedVersion;
import org.tidemark.exposure.Evidence.Tag;
import org.tidemark.exposure.Sighting;

/// One result while it is read.
final class NucleiResult {
    private static final Pattern VERSION = Pattern.compile("\\d{1,3}(\\.\\d{1,6}){2,3}");

    private @Nullable String ip;
    private @Nullable Integer port;
    private @Nullable String host;
    private @Nullable String matchedAt;
    private @Nullable Instant seenAt;
    private String response = "";
    private boolean matched = true;
    private List<String> extracted = List.of();
    private final Set<String> labels = new LinkedHashSet<>();

    NucleiResult read(JsonCursor json) throws BadRecord {
        json.enterRecord();
        for (var name = json.name(); name != null; name = json.name()) {
            switch (name) {
                case "ip" -> ip = json.text();
                case "port" -> port = json.port();
                case "host" -> host = json.text();
                case "matched-at", "matched" -> matchedAt = json.text();
                case "timestamp" -> seenAt = Times.instant(json.text());
                case "response" -> response = json.content();
                case "template-id", "templateID" -> json.texts().forEach(this::label);
                case "extracted-results", "extracted_results" -> extracted = json.texts();
                case "matcher-status", "matcher_status" -> matched = json.truth();
                case "info" -> readInfo(json);
                default -> {}
            }
        }
        if (ip == null && host == null && matchedAt == null) {
            throw new BadRecord("This result names no host.", "Take it from its source again.");
        }
        return this;
    }

    /// Tags are a list today; in 2021 they were one text with commas.
    private void readInfo(JsonCursor json) {
        if (json.enterObject()) {
            for (var name = json.name(); name != null; name = json.name()) {
                if (name.equals("tags")) {
                    for (var text : json.texts()) {
                        Pattern.compile(",").splitAsStream(text).forEach(this::label);
                    }
                }
            }
        }
    }

    private void label(String text) {
        if (!text.isBlank()) {
            labels.add(text.strip().toLowerCase(Locale.ROOT));
        }
    }

    Sighting sighting(LineFormat.Position position) {
        var target = WebAddress.of(host != null ? host : matchedAt);
        var page = WebAddress.of(matchedAt);
        var shownIp = ip != null ? ip : WebAddress.isIp(target.host()) ? target.host() : null;
        var shownPort = port != null ? port : page.port() != null ? page.port() : target.port();
        var server = Server.at(shownIp, shownPort).withHost(WebAddress.isIp(target.host()) ? null : target.host());
        var source = new Sighting.Source(position.file(), position.line(), NucleiFormat.ID);
        return new Sighting(server, seenAt, evidence(page), Map.of(), source);
    }

    private List<Evidence> evidence(WebAddress page) {
        var evidence = new ArrayList<Evidence>();
        var service = MailGreeting.serviceOfGreeting(response);
        if (response.startsWith("HTTP/")) {
            evidence.add(RawHttp.parse(response).answer(page.host(), page.path()));
        } else if (service != null) {
            evidence.add(new Evidence.Banner(service, response));
        } else if (matched) {
            // Without the answer itself, what a template took out of it is all that is left, second-hand.
            extracted.stream()
                    .map(String::strip)
                    .filter(text -> VERSION.matcher(text).matches())
                    .forEach(text -> evidence.add(new StatedVersion(Basis.REPORT, text)));
        }
        if (matched) {
            labels.forEach(label -> evidence.add(new Tag(label)));
        }
        return evidence;
    }
}
