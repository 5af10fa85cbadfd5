// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.httpx;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.Attributes;
import org.tidemark.adapter.BadRecord;
import org.tidemark.adapter.JsonCursor;
import org.tidemark.adapter.LineFormat;
import org.tidemark.adapter.Numbers;
import org.tidemark.adapter.RawHttp;
import org.tidemark.adapter.Times;
import org.tidemark.adapter.WebAddress;
import org.tidemark.asset.Server;
import org.tidemark.exposure.Evidence;
import org.tidemark.exposure.Evidence.Header;
import org.tidemark.exposure.Evidence.HttpAnswer;
import org.tidemark.exposure.Sighting;

/// One result while it is read. Names are compared with underscores, as they are written since 2022.
final class HttpxResult {
    private @Nullable String url;
    private @Nullable String finalUrl;
    private @Nullable String input;
    private @Nullable String host;
    private @Nullable String hostIp;
    private @Nullable String resolved;
    private @Nullable Integer port;
    private @Nullable Instant seenAt;
    private @Nullable Integer icon;
    private @Nullable String certificate;
    private @Nullable Long length;
    private int status;
    private boolean failed;
    private String body = "";
    private String rawHead = "";
    private final List<Header> listed = new ArrayList<>();
    private final List<Header> summary = new ArrayList<>();
    private final List<HttpAnswer> redirects = new ArrayList<>();
    private final Attributes attributes = new Attributes();

    HttpxResult read(JsonCursor json) throws BadRecord {
        json.enterRecord();
        for (var name = json.name(); name != null; name = json.name()) {
            switch (name.replace('-', '_')) {
                case "url" -> url = json.text();
                case "final_url" -> finalUrl = json.text();
                case "input" -> input = json.text();
                case "host" -> host = json.text();
                case "host_ip" -> hostIp = json.text();
                case "a" -> resolved = json.texts().stream().findFirst().orElse(null);
                case "port" -> port = json.port();
                case "timestamp" -> seenAt = Times.instant(json.text());
                case "failed" -> failed = json.truth();
                case "status_code" -> status = Numbers.status(json.number());
                case "content_length" -> length = json.number();
                default -> readAnswer(name.replace('-', '_'), json);
            }
        }
        if (url == null && input == null && host == null) {
            throw new BadRecord("This result names no host.", "Take it from its source again.");
        }
        return this;
    }

    private void readAnswer(String name, JsonCursor json) {
        switch (name) {
            case "header", "response_header" -> readHeaders(json);
            case "raw_header" -> rawHead = json.content();
            case "body", "response_body" -> body = json.content();
            case "webserver" -> summarise("server", json.text());
            case "content_type" -> summarise("content-type", json.text());
            case "location" -> summarise("location", json.text());
            case "favicon", "favicon_mmh3" -> icon = Numbers.hash(json.text());
            case "chain" -> readChain(json);
            case "tls", "tls_grab" -> certificate = fingerprint(json);
            case "asn" -> readAsn(json);
            default -> {}
        }
    }

    private void summarise(String name, @Nullable String value) {
        if (value != null) {
            summary.add(new Header(name, value));
        }
    }

    /// An object of names and values, several values joined by a comma; in 2021 the head as one text.
    private void readHeaders(JsonCursor json) {
        if (!json.isObject()) {
            rawHead = json.content();
            return;
        }
        json.enterObject();
        for (var name = json.name(); name != null; name = json.name()) {
            for (var value : json.texts()) {
                listed.add(new Header(name, value));
            }
        }
    }

    /// The chain holds the last answer too; only what led there is taken from it.
    private void readChain(JsonCursor json) {
        if (json.enterArray()) {
            while (json.element()) {
                if (json.isObject()) {
                    var hop = readHop(json);
                    if (hop.status() >= 300 && hop.status() < 400) {
                        redirects.add(hop);
                    }
                }
            }
        }
    }

    private static HttpAnswer readHop(JsonCursor json) {
        var response = "";
        String asked = null;
        json.enterObject();
        for (var name = json.name(); name != null; name = json.name()) {
            switch (name.replace('-', '_')) {
                case "response" -> response = json.content();
                case "request_url" -> asked = json.text();
                default -> {}
            }
        }
        var address = WebAddress.of(asked);
        return RawHttp.parse(response).answer(address.host(), address.path());
    }

    /// Goes down `fingerprint_hash.sha256`.
    private static @Nullable String fingerprint(JsonCursor json) {
        String found = null;
        if (json.enterObject()) {
            for (var name = json.name(); name != null; name = json.name()) {
                switch (name.replace('-', '_')) {
                    case "fingerprint_hash" -> found = fingerprint(json);
                    case "sha256" -> found = json.text();
                    default -> {}
                }
            }
        }
        return found;
    }

    private void readAsn(JsonCursor json) {
        if (json.enterObject()) {
            for (var name = json.name(); name != null; name = json.name()) {
                switch (name.replace('-', '_')) {
                    case "as_number" -> attributes.addAsn(json.text());
                    case "as_name" -> attributes.add("org", json.text());
                    case "as_country" -> attributes.add("country", json.text());
                    default -> {}
                }
            }
        }
    }

    Sighting sighting(LineFormat.Position position) {
        var asked = WebAddress.of(url != null ? url : input);
        var named = WebAddress.of(input).host();
        var server = Server.at(ip(asked), port != null ? port : asked.port())
                .withHost(name(named, asked.host(), host))
                .withCertificate(certificate);
        var source = new Sighting.Source(position.file(), position.line(), HttpxFormat.ID);
        return new Sighting(server, seenAt, evidence(asked), attributes.map(), source);
    }

    private @Nullable String ip(WebAddress asked) {
        if (hostIp != null) {
            return hostIp;
        }
        for (var candidate : new @Nullable String[] {host, asked.host(), resolved}) {
            if (WebAddress.isIp(candidate)) {
                return candidate;
            }
        }
        return null;
    }

    private static @Nullable String name(@Nullable String... candidates) {
        for (var candidate : candidates) {
            if (candidate != null && !WebAddress.isIp(candidate)) {
                return candidate;
            }
        }
        return null;
    }

    private List<Evidence> evidence(WebAddress asked) {
        if (failed) {
            return List.of();
        }
        var evidence = new ArrayList<Evidence>(redirects);
        var page = finalUrl == null ? asked : WebAddress.of(finalUrl);
        var raw = RawHttp.parse(rawHead);
        // The raw head keeps repeated headers apart; the summary is what is left of a run without headers.
        var headers = !raw.headers().isEmpty() ? raw.headers() : !listed.isEmpty() ? listed : summary;
        boolean cut = !body.isEmpty() && length != null && length > RawHttp.utf8Length(body);
        evidence.add(new HttpAnswer(page.host(), page.path(), status, headers, body, cut));
        if (icon != null) {
            evidence.add(new Evidence.IconHash(icon));
        }
        return evidence;
    }
}
