// SPDX-License-Identifier: Apache-2.0
package org.tidemark.bounce;

import org.jspecify.annotations.Nullable;

/// What one mail that came back says of one recipient. All text in it is from outside.
///
/// @param recipient the address that was written to; of an automatic reply, who answered; null where nothing names it
/// @param status the enhanced status code of RFC 3463; null where the mail has none
/// @param action the action of the delivery report (RFC 3464, section 2.3.3), lower case; null where there is none
/// @param reason the server's words, shortened
/// @param why which rule decided, and on what evidence
/// @param token of the address that our mail was sent from; null where the mail does not come to such an address
public record Bounce(
        BounceKind kind,
        @Nullable String recipient,
        @Nullable String status,
        @Nullable String action,
        Effect effect,
        @Nullable String reason,
        String why,
        @Nullable String token) {

    /// The one of two words on the same recipient that counts: the graver, of equal ones the first.
    Bounce graver(Bounce other) {
        return other.kind.compareTo(kind) < 0 ? other : this;
    }
}
