// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.nmap;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.WebAddress;

/// What the script ssl-cert shows of a certificate.
///
/// @param sha256 printed by newer versions; of older ones it is worked out from the certificate itself
/// @param name the first name that is neither an address nor for a whole domain
record LeafCertificate(@Nullable String sha256, @Nullable String name) {
    private static final Pattern ALTERNATIVE = Pattern.compile("DNS:([^,\\s]{1,253})");

    static LeafCertificate of(ScriptDetails details) {
        var printed = details.get("sha256");
        var pem = details.get("pem");
        return new LeafCertificate(printed != null ? printed : pem == null ? null : fingerprint(pem), name(details));
    }

    private static @Nullable String name(ScriptDetails details) {
        for (var detail : details.details()) {
            if (detail.table().equals("subject") && detail.key().equals("commonName") && isName(detail.value())) {
                return detail.value().strip();
            }
        }
        for (var detail : details.details()) {
            var names = ALTERNATIVE.matcher(detail.value());
            while (detail.key().equals("value") && names.find()) {
                if (isName(names.group(1))) {
                    return names.group(1);
                }
            }
        }
        return null;
    }

    private static boolean isName(String text) {
        return text.indexOf('.') > 0 && text.indexOf('*') < 0 && text.indexOf(' ') < 0 && !WebAddress.isIp(text);
    }

    private static @Nullable String fingerprint(String pem) {
        var base64 = pem.lines().filter(line -> !line.startsWith("-")).collect(Collectors.joining());
        try {
            var der = Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der));
        } catch (IllegalArgumentException e) {
            return null; // not base64: the certificate tells nothing
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
