// SPDX-License-Identifier: Apache-2.0
package org.tidemark.notify;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tidemark.asset.Server;

/// A server that is vulnerable to a campaign now.
///
/// @param network the number of its autonomous system; null where it is not known
/// @param since the day from which on it has been vulnerable
/// @param suspected whether there are signs of a break-in
public record Candidate(
        String server, Server where, @Nullable String network, String campaign, LocalDate since, boolean suspected) {}
