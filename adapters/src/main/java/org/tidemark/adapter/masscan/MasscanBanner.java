// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.masscan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.JsonCursor;
import org.tidemark.adapter.MailGreeting;
import org.tidemark.adapter.RawHttp;
import org.tidemark.exposure.Evidence;

/// What a port said, with masscan's name for the service.
record MasscanBanner(@Nullable String service, String text) {

    /// @param serviceKey how the file names the service: `name` in arrays, `service_name` in NDJSON
    static MasscanBanner read(JsonCursor json, String serviceKey) {
        String service = null;
        var text = "";
        if (json.enterObject()) {
            for (var name = json.name(); name != null; name = json.name()) {
                if (name.equals(serviceKey)) {
                    service = json.text();
                } else if (name.equals("banner")) {
                    text = json.content();
                }
            }
        }
        return new MasscanBanner(service, text);
    }

    List<Evidence> evidence() {
        if (text.startsWith("HTTP/")) {
            return List.of(RawHttp.parse(text).answer(null, null));
        }
        var mail = MailGreeting.service(service);
        return mail == null || text.isBlank() ? List.of() : List.of(new Evidence.Banner(mail, text));
    }
}
