// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.censys;

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

/// The HTTP answer of a service. Version 2 has `request` and `response`; the newer platform has all in one object.
final class CensysHttp {
    private @Nullable String uri;
    private int status;
    private String body = "";
    private @Nullable Long size;
    private boolean answered;
    private final List<Header> headers = new ArrayList<>();

    private CensysHttp() {}

    static void read(JsonCursor json, List<Evidence> evidence) {
        var http = new CensysHttp();
        http.readMembers(json);
        if (http.answered) {
            evidence.add(http.answer());
        }
    }

    private void readMembers(JsonCursor json) {
        if (!json.enterObject()) {
            return;
        }
        for (var member = json.name(); member != null; member = json.name()) {
            switch (member) {
                case "response" -> readMembers(json);
                case "request" -> readRequest(json);
                case "uri" -> uri = json.text();
                case "status_code" -> {
                    status = Numbers.status(json.number());
                    answered = true;
                }
                case "headers" -> readHeaders(json);
                case "body" -> body = json.content();
                case "body_size" -> size = json.number();
                default -> {}
            }
        }
    }

    private void readRequest(JsonCursor json) {
        if (json.enterObject()) {
            for (var member = json.name(); member != null; member = json.name()) {
                if (member.equals("uri")) {
                    uri = json.text();
                }
            }
        }
    }

    /// `_encoding` beside the headers says how each value is written down; it is no header.
    private void readHeaders(JsonCursor json) {
        answered = true;
        if (json.enterObject()) {
            for (var name = json.name(); name != null; name = json.name()) {
                if (!name.equals("_encoding")) {
                    for (var value : values(json)) {
                        headers.add(new Header(name, value));
                    }
                }
            }
        }
    }

    /// A list of values; the newer platform puts it into an object, beside other things.
    private static List<String> values(JsonCursor json) {
        if (!json.isObject()) {
            return json.texts();
        }
        List<String> values = List.of();
        json.enterObject();
        for (var member = json.name(); member != null; member = json.name()) {
            if (member.equals("headers")) {
                values = json.texts();
            }
        }
        return values;
    }

    private HttpAnswer answer() {
        var address = WebAddress.of(uri);
        boolean cut = !body.isEmpty() && size != null && size > RawHttp.utf8Length(body);
        return new HttpAnswer(address.host(), address.path(), status, headers, body, cut);
    }
}
