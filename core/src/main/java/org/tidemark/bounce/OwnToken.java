// SPDX-License-Identifier: Apache-2.0
package org.tidemark.bounce;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The token of a notice in the address that it was sent from, `b+TOKEN@…`: what comes back to that address names the
/// notice even where it says nothing usable. Servers may change the case of letters, so there is but one.
public final class OwnToken {
    private static final Pattern ADDRESS =
            Pattern.compile("(?:^|[\\s<\"',;:])b\\+([a-z0-9][a-z0-9_-]{0,61})@", Pattern.CASE_INSENSITIVE);

    /// Given as the envelope identifier too (RFC 3461, section 4.4); here `+` may come as `+2B`.
    private static final Pattern ENVELOPE = Pattern.compile(
            "(?:b(?:(?-i:\\+2B)|\\+))?([a-z0-9][a-z0-9_-]{7,61})(?:@[\\w.-]{1,255})?", Pattern.CASE_INSENSITIVE);

    private OwnToken() {}

    /// @param envelope the `Original-Envelope-Id` of a report; empty where it has none
    static Optional<String> in(MailHeaders headers, Optional<String> envelope) {
        for (var name : List.of("delivered-to", "x-original-to", "envelope-to", "to")) {
            for (var value : headers.all(name)) {
                var matcher = ADDRESS.matcher(value);
                if (matcher.find()) {
                    return Optional.of(matcher.group(1).toLowerCase(Locale.ROOT));
                }
            }
        }
        return envelope.map(ENVELOPE::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1).toLowerCase(Locale.ROOT));
    }
}
