// SPDX-License-Identifier: Apache-2.0
package org.tidemark.run;

import java.time.Instant;
import org.tidemark.exposure.Observation;

/// A server as the store knows it.
///
/// @param id the same in every run and every store
/// @param firstSeen when it was first seen
/// @param lastSeen when it was last seen
/// @param sightings how many observations there are of it
/// @param latest what the last look at it showed
public record StoredServer(String id, Instant firstSeen, Instant lastSeen, long sightings, Observation latest) {}
