// SPDX-License-Identifier: Apache-2.0
package org.tidemark.notify;

import java.time.Instant;
import java.time.LocalDate;

/// What somebody was told last of a server and a campaign.
///
/// @param since the day from which on it was vulnerable, as was told
/// @param at when the notice went out; when it last waited where it still does
/// @param waiting whether the notice is still to be sent
/// @param times how often the owner was told of this time of being vulnerable
public record Told(
        String owner, String recipient, LocalDate since, boolean suspected, Instant at, boolean waiting, int times) {

    /// Of which server and campaign.
    public record Of(String server, String campaign) {}
}
