// SPDX-License-Identifier: Apache-2.0
package org.tidemark.simulate;

/// How much is simulated.
///
/// @param servers on the day on which the scenario begins
/// @param scans one a day
/// @param firstDay of the scans, counted from the day on which the scenario begins
/// @param grabShare share of the servers that the web scan sees in place of the feed
public record Plan(int servers, int scans, long seed, int firstDay, double grabShare) {
    /// More would not have addresses of their own in 10.0.0.0/8.
    public static final int MOST_SERVERS = 2_000_000;

    public static final int MOST_SCANS = 400;

    public Plan {
        if (servers < 1 || servers > MOST_SERVERS) {
            throw new IllegalArgumentException("servers: " + servers);
        }
        if (scans < 1 || scans > MOST_SCANS || firstDay < 0 || firstDay > MOST_SCANS) {
            throw new IllegalArgumentException("scans: " + scans + " from day " + firstDay);
        }
        if (!(grabShare >= 0 && grabShare <= 1)) {
            throw new IllegalArgumentException("share of the web scan: " + grabShare);
        }
    }
}
