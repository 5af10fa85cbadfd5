// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.zgrab;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.JsonCursor;

/// What the TLS log says of the leaf certificate.
///
/// @param leaf SHA-256 of the certificate
/// @param key SHA-256 of its public key
record Certificate(@Nullable String leaf, @Nullable String key) {
    static final Certificate NONE = new Certificate(null, null);

    /// What tells the server from others: the certificate, as other tools name it too, else its key.
    @Nullable
    String identity() {
        return leaf != null ? leaf : key;
    }

    Map<String, String> attributes() {
        return key == null ? Map.of() : Map.of("spki", key);
    }

    /// Goes down `handshake_log.server_certificates.certificate.parsed` and passes by the several kilobytes beside
    /// it.
    static Certificate read(JsonCursor json) {
        var found = NONE;
        if (json.enterObject()) {
            for (var name = json.name(); name != null; name = json.name()) {
                found = switch (name) {
                    case "handshake_log", "server_certificates", "certificate", "parsed" -> found.or(read(json));
                    case "fingerprint_sha256" -> new Certificate(json.text(), found.key);
                    case "subject_key_info" -> new Certificate(found.leaf, read(json).leaf);
                    default -> found;
                };
            }
        }
        return found;
    }

    private Certificate or(Certificate other) {
        return new Certificate(other.leaf != null ? other.leaf : leaf, other.key != null ? other.key : key);
    }
}
