// SPDX-License-Identifier: Apache-2.0
package org.tidemark.run;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a scan says of itself. Only a declared scan covers more than it saw: without it, a server that is missing from
/// a scan may as well not have been asked.
///
/// @param sensor who looked; scans of one sensor can be compared with each other
/// @param method how it looked: another method sees other servers
/// @param ports the ports that were asked; empty where not said
/// @param ranges the address ranges that were asked, `192.0.2.0/24`; empty where not said
/// @param complete whether all of it was asked; null where not said
/// @param startedAt when it began
/// @param endedAt when it ended
public record ScanDeclaration(
        @Nullable String sensor,
        @Nullable String method,
        List<Integer> ports,
        List<String> ranges,
        @Nullable Boolean complete,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {
    public static final ScanDeclaration NOTHING =
            new ScanDeclaration(null, null, List.of(), List.of(), null, null, null);

    public ScanDeclaration {
        ports = List.copyOf(ports);
        ranges = List.copyOf(ranges);
        for (int port : ports) {
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException("no port: " + port);
            }
        }
        if (startedAt != null && endedAt != null && endedAt.isBefore(startedAt)) {
            throw new IllegalArgumentException("a scan ends after it began");
        }
    }

    /// Whether it says anything.
    public boolean isDeclared() {
        return !equals(NOTHING);
    }

    /// This declaration, with what the other says in place of the same.
    public ScanDeclaration overriddenBy(ScanDeclaration other) {
        return new ScanDeclaration(
                other.sensor != null ? other.sensor : sensor,
                other.method != null ? other.method : method,
                other.ports.isEmpty() ? ports : other.ports,
                other.ranges.isEmpty() ? ranges : other.ranges,
                other.complete != null ? other.complete : complete,
                other.startedAt != null ? other.startedAt : startedAt,
                other.endedAt != null ? other.endedAt : endedAt);
    }
}
