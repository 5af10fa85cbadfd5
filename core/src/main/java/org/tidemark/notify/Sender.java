// SPDX-License-Identifier: Apache-2.0
package org.tidemark.notify;

import org.jspecify.annotations.Nullable;

/// Who tells owners.
///
/// @param organisation its name
/// @param from the mailbox in whose name mail is sent; people read it
/// @param replyTo the mailbox for answers
/// @param phone null where there is none
/// @param bounce the mailbox that returned mail goes to; its messages carry `+TOKEN` before the `@`
/// @param tlp who may see a notice (TLP 2.0), `TLP:AMBER+STRICT`
public record Sender(
        String organisation,
        String from,
        String replyTo,
        @Nullable String phone,
        String bounce,
        String tlp) {

    /// The envelope's sender of a notice: what comes back names it, whatever else it says (VERP).
    public String returnPath(Notice notice) {
        int at = bounce.lastIndexOf('@');
        return bounce.substring(0, at) + "+" + notice.token() + bounce.substring(at);
    }

    /// The domain of [#from].
    public String domain() {
        return from.substring(from.lastIndexOf('@') + 1);
    }
}
