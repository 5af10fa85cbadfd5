// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.zgrab;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.JsonCursor;
import org.tidemark.adapter.Numbers;
import org.tidemark.adapter.RawHttp;
import org.tidemark.adapter.WebAddress;
import org.tidemark.exposure.Evidence.Header;
import org.tidemark.exposure.Evidence.HttpAnswer;

/// One HTTP answer with what its request says about where it came from.
///
/// @param port the port that was asked
record ZgrabAnswer(HttpAnswer http, @Nullable Integer port, Certificate certificate) {

    static ZgrabAnswer read(JsonCursor json) {
        int status = 0;
        var headers = new ArrayList<Header>();
        var body = "";
        Long announced = null;
        Long kept = null;
        var request = Request.NONE;
        json.enterObject();
        for (var name = json.name(); name != null; name = json.name()) {
            switch (name) {
                case "status_code" -> status = Numbers.status(json.number());
                case "headers" -> readHeaders(json, headers);
                case "body" -> body = json.content();
                case "content_length" -> announced = json.number();
                case "body_length" -> kept = json.number();
                case "request" -> request = Request.read(json);
                default -> {}
            }
        }
        boolean truncated = isCut(announced, kept != null ? kept : RawHttp.utf8Length(body), status, request);
        var http = new HttpAnswer(request.address().host(), request.path(), status, headers, body, truncated);
        return new ZgrabAnswer(http, request.address().port(), request.certificate());
    }

    /// The same answer, known to be cut off.
    ZgrabAnswer cut() {
        var cut = new HttpAnswer(http.host(), http.path(), http.status(), http.headers(), http.body(), true);
        return new ZgrabAnswer(cut, port, certificate);
    }

    /// A redirect's body and that of a HEAD request are not read at all, which is no cut.
    private static boolean isCut(@Nullable Long announced, long kept, int status, Request request) {
        if (announced == null || announced <= kept) {
            return false;
        }
        return kept > 0 || (status >= 200 && status < 300 && !"HEAD".equals(request.method()));
    }

    /// Known headers stand as members, all others in `unknown` as pairs of key and value; each value is an array.
    private static void readHeaders(JsonCursor json, List<Header> headers) {
        if (json.enterObject()) {
            for (var name = json.name(); name != null; name = json.name()) {
                if (name.equals("unknown") && json.isArray()) {
                    readUnknown(json, headers);
                } else {
                    add(name, json.texts(), headers);
                }
            }
        }
    }

    private static void readUnknown(JsonCursor json, List<Header> headers) {
        json.enterArray();
        while (json.element()) {
            if (json.enterObject()) {
                String key = null;
                List<String> values = List.of();
                for (var name = json.name(); name != null; name = json.name()) {
                    switch (name) {
                        case "key" -> key = json.text();
                        case "value" -> values = json.texts();
                        default -> {}
                    }
                }
                if (key != null) {
                    add(key, values, headers);
                }
            }
        }
    }

    private static void add(String name, List<String> values, List<Header> headers) {
        for (var value : values) {
            headers.add(new Header(name, value));
        }
    }

    private record Request(
            WebAddress address,
            @Nullable String path,
            @Nullable String method,
            Certificate certificate) {
        static final Request NONE = new Request(WebAddress.NONE, null, null, Certificate.NONE);

        static Request read(JsonCursor json) {
            var url = NONE;
            String method = null;
            var certificate = Certificate.NONE;
            if (json.enterObject()) {
                for (var name = json.name(); name != null; name = json.name()) {
                    switch (name) {
                        case "url" -> url = readUrl(json);
                        case "method" -> method = json.text();
                        case "tls_log" -> certificate = Certificate.read(json);
                        default -> {}
                    }
                }
            }
            return new Request(url.address, url.path, method, certificate);
        }

        /// The port stands in `host` where it is not the scheme's own (`getHTTPURL` in zmap/zgrab2).
        private static Request readUrl(JsonCursor json) {
            String scheme = null;
            String host = null;
            String path = null;
            if (json.enterObject()) {
                for (var name = json.name(); name != null; name = json.name()) {
                    switch (name) {
                        case "scheme" -> scheme = json.text();
                        case "host" -> host = json.text();
                        case "path" -> path = json.text();
                        default -> {}
                    }
                }
            }
            var address = WebAddress.of(host);
            if (address.port() == null) {
                address = new WebAddress(address.host(), WebAddress.portOf(scheme), null);
            }
            return new Request(address, WebAddress.path(path), null, Certificate.NONE);
        }
    }
}
