// SPDX-License-Identifier: Apache-2.0
package org.tidemark.notify;

import java.util.Locale;

/// What has become of a notice: its last event.
public enum NoticeState {
    /// Waits to be sent.
    PLANNED,
    /// Lies in a file; nobody says whether somebody sent that.
    WRITTEN,
    /// Handed to the relay, and the program was stopped before the relay answered. Never sent again by itself, for
    /// it may have arrived.
    SENDING,
    /// The relay took it.
    SENT,
    /// The relay did not take it now; it waits.
    DELAYED,
    /// The relay refused it for good.
    REFUSED,
    /// Not sent: the recipient is no longer the one who may be told.
    WITHDRAWN,
    /// It came back: nobody is there.
    DEAD,
    /// It came back: our mail was refused.
    TURNED_AWAY,
    /// Told by other means than mail.
    TOLD;

    /// The name in answers, `turned-away`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether it is still to be sent.
    public boolean isWaiting() {
        return this == PLANNED || this == WRITTEN || this == DELAYED;
    }

    /// Whether the owner cannot have been told by it.
    public boolean isVoid() {
        return this == REFUSED || this == WITHDRAWN || this == DEAD || this == TURNED_AWAY;
    }
}
