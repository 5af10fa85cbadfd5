// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a program that collected evidence says of its work, and what is known of such programs.
///
/// @param root the folder or archive that it made, as the user would find it and without a mark at its end
/// @param collector its name
/// @param host the computer that it says it ran on; null where it does not say
/// @param label what its folder or archive is called, for want of a host's name
/// @param absences for kinds of evidence, why there is none if none came
public record Collected(
        String root, String collector, @Nullable String host, String label, Map<Kind, Absence> absences) {
    public Collected {
        var copy = new EnumMap<Kind, Absence>(Kind.class);
        copy.putAll(absences);
        absences = java.util.Collections.unmodifiableMap(copy);
    }

    /// What is told of the same root twice, put together.
    Collected with(Collected other) {
        var both = new EnumMap<Kind, Absence>(Kind.class);
        both.putAll(absences);
        other.absences.forEach((kind, absence) -> both.merge(kind, absence, Absence::stronger));
        return new Collected(root, collector, host == null ? other.host : host, label, both);
    }
}
