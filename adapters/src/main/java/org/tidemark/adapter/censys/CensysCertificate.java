// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.censys;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.JsonCursor;
import org.tidemark.adapter.WebAddress;

/// The leaf certificate of a service.
///
/// @param name the first of its names that is neither an address nor for a whole domain
record CensysCertificate(@Nullable String sha256, @Nullable String name) {
    static final CensysCertificate NONE = new CensysCertificate(null, null);

    /// Goes down `certificates.leaf_data.names` and `certificates.leaf_fp_sha_256`, or `fingerprint_sha256` and
    /// `names` of newer documents.
    static CensysCertificate read(JsonCursor json) {
        var found = NONE;
        if (json.enterObject()) {
            for (var member = json.name(); member != null; member = json.name()) {
                found = switch (member) {
                    case "certificates", "leaf_data" -> found.or(read(json));
                    case "leaf_fp_sha_256", "fingerprint_sha256" -> new CensysCertificate(json.text(), found.name);
                    case "names" -> new CensysCertificate(found.sha256, nameOf(json.texts()));
                    default -> found;
                };
            }
        }
        return found;
    }

    CensysCertificate or(CensysCertificate other) {
        return new CensysCertificate(sha256 != null ? sha256 : other.sha256, name != null ? name : other.name);
    }

    private static @Nullable String nameOf(List<String> names) {
        return names.stream()
                .filter(name -> name.indexOf('*') < 0 && !WebAddress.isIp(name))
                .findFirst()
                .orElse(null);
    }
}
