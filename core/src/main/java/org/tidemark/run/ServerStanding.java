// SPDX-License-Identifier: Apache-2.0
package org.tidemark.run;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.tidemark.track.Presence;
import org.tidemark.track.State;

/// What a server is to each campaign now, as the following of servers says.
///
/// @param id the server
/// @param day the day of the last change
/// @param states by the campaign's name; campaigns whose flaws it cannot have are absent
/// @param firstVulnerable the day on which it was first seen vulnerable, by the campaign's name; absent where it never
///     was
/// @param vulnerableSince the same of the time that lasts still: after a regression it begins anew
public record ServerStanding(
        String id,
        LocalDate day,
        Presence presence,
        Map<String, State> states,
        Map<String, LocalDate> firstVulnerable,
        Map<String, LocalDate> vulnerableSince) {
    public ServerStanding {
        states = Collections.unmodifiableMap(new HashMap<>(states));
        firstVulnerable = Collections.unmodifiableMap(new HashMap<>(firstVulnerable));
        vulnerableSince = Collections.unmodifiableMap(new HashMap<>(vulnerableSince));
    }
}
