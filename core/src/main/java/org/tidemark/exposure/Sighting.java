// SPDX-License-Identifier: Apache-2.0
package org.tidemark.exposure;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.asset.Server;

/// What one sensor saw of one server once, not yet interpreted.
///
/// @param server where
/// @param seenAt when; null where the record does not say
/// @param evidence everything that could tell what it is, in the order seen
/// @param attributes what the record says besides: `country`, `asn`, `region`, `city`, `sector`, `naics` and the like
/// @param source the record
public record Sighting(
        Server server,
        @Nullable Instant seenAt,
        List<Evidence> evidence,
        Map<String, String> attributes,
        Source source) {
    public Sighting {
        evidence = List.copyOf(evidence);
        attributes = Map.copyOf(attributes);
    }

    /// The record that a sighting was read from.
    ///
    /// @param file the file as the user would find it; members of archives joined with `!`
    /// @param line the line, from 1; null where the format has none
    /// @param format the id of the reader
    public record Source(String file, @Nullable Long line, String format) {}
}
