// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.shodan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.JsonCursor;
import org.tidemark.adapter.Numbers;
import org.tidemark.adapter.RawHttp;
import org.tidemark.adapter.WebAddress;
import org.tidemark.exposure.Evidence;
import org.tidemark.exposure.Evidence.Header;
import org.tidemark.exposure.Evidence.HttpAnswer;

/// The member `http`: the last page, and the redirects that led there.
///
/// @param location the path of the last page; that of the first request is not written down
/// @param server the header `Server`, for banners that keep no raw head
record ShodanHttp(
        @Nullable String host,
        @Nullable String location,
        int status,
        @Nullable String server,
        String html,
        @Nullable Integer icon,
        List<HttpAnswer> redirects) {
    static final ShodanHttp NONE = new ShodanHttp(null, null, 0, null, "", null, List.of());

    static ShodanHttp read(JsonCursor json) {
        String host = null;
        String location = null;
        int status = 0;
        String server = null;
        var html = "";
        Integer icon = null;
        List<HttpAnswer> redirects = List.of();
        json.enterObject();
        for (var name = json.name(); name != null; name = json.name()) {
            switch (name) {
                case "host" -> host = json.text();
                case "location" -> location = json.text();
                case "status" -> status = Numbers.status(json.number());
                case "server" -> server = json.text();
                case "html" -> html = json.content();
                case "favicon" -> icon = readIcon(json);
                case "redirects" -> redirects = readRedirects(json);
                default -> {}
            }
        }
        return new ShodanHttp(host, location, status, server, html, icon, redirects);
    }

    private static @Nullable Integer readIcon(JsonCursor json) {
        Integer hash = null;
        if (json.enterObject()) {
            for (var name = json.name(); name != null; name = json.name()) {
                if (name.equals("hash")) {
                    hash = Numbers.hash(json.text());
                }
            }
        }
        return hash;
    }

    private static List<HttpAnswer> readRedirects(JsonCursor json) {
        var redirects = new ArrayList<HttpAnswer>();
        if (json.enterArray()) {
            while (json.element()) {
                if (json.isObject()) {
                    redirects.add(readRedirect(json));
                }
            }
        }
        return redirects;
    }

    private static HttpAnswer readRedirect(JsonCursor json) {
        String host = null;
        String location = null;
        var data = "";
        var html = "";
        json.enterObject();
        for (var name = json.name(); name != null; name = json.name()) {
            switch (name) {
                case "host" -> host = json.text();
                case "location" -> location = json.text();
                case "data" -> data = json.content();
                case "html" -> html = json.content();
                default -> {}
            }
        }
        var raw = RawHttp.parse(data);
        var path = WebAddress.path(location);
        return html.isEmpty() ? raw.answer(host, path) : raw.answer(host, path, html);
    }

    /// @param data the head of the last answer as text
    List<Evidence> evidence(String data) {
        var evidence = new ArrayList<Evidence>(redirects);
        evidence.add(lastAnswer(data));
        if (icon != null) {
            evidence.add(new Evidence.IconHash(icon));
        }
        return evidence;
    }

    private HttpAnswer lastAnswer(String data) {
        var path = WebAddress.path(location);
        var raw = RawHttp.parse(data);
        if (!raw.headers().isEmpty()) {
            return html.isEmpty() ? raw.answer(host, path) : raw.answer(host, path, html);
        }
        List<Header> headers = server == null ? List.of() : List.of(new Header("server", server));
        return new HttpAnswer(host, path, status, headers, html, false);
    }
}
