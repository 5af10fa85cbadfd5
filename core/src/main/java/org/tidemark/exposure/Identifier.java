// SPDX-License-Identifier: Apache-2.0
package org.tidemark.exposure;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.tidemark.advisory.Build;
import org.tidemark.asset.Server;

/// Turns sightings into observations by the fingerprints of the packs.
///
/// Every piece of evidence is kept: the most trusted one gives the build, and where pieces disagree the observation
/// is *mixed* and holds all of them. Pure and immutable; used by several threads at once.
public final class Identifier {
    private final List<FamilyIdentifier> families;

    public Identifier(List<FamilyIdentifier> families) {
        this.families = List.copyOf(families);
    }

    public Observation identify(Sighting sighting) {
        for (var family : families) {
            var observation = family.identify(sighting);
            if (observation.isPresent()) {
                return observation.get();
            }
        }
        return nothing(sighting);
    }

    /// Byte strings of which one is in every record that could be recognised: a reader may skip records without.
    public List<String> needles() {
        return families.stream()
                .flatMap(family -> family.needles().stream())
                .distinct()
                .toList();
    }

    /// The attribute that holds a version that the record states and that no loaded pack knows.
    public static final String UNREAD_VERSION = "unreadVersion";

    private static Observation nothing(Sighting sighting) {
        var attributes = new java.util.HashMap<>(sighting.attributes());
        for (var evidence : sighting.evidence()) {
            if (evidence instanceof Evidence.StatedVersion stated
                    && !stated.text().isBlank()) {
                attributes.putIfAbsent(UNREAD_VERSION, stated.text());
            }
        }
        return Observation.ofNothingKnown(
                sighting,
                truncated(sighting),
                sighting.evidence().isEmpty()
                        ? "The record holds no answer of the server."
                        : "Nothing that a loaded knowledge pack knows.",
                attributes);
    }

    static EnumSet<Flag> truncated(Sighting sighting) {
        for (var evidence : sighting.evidence()) {
            if (evidence instanceof Evidence.HttpAnswer answer && answer.truncated()) {
                return EnumSet.of(Flag.TRUNCATED_BODY);
            }
        }
        return EnumSet.noneOf(Flag.class);
    }

    /// Whether a host name ends in one of these suffixes, label by label.
    static boolean isUnder(Server server, List<String> suffixes) {
        var host = server.host();
        if (host == null) {
            return false;
        }
        var lower = host.toLowerCase(Locale.ROOT);
        return suffixes.stream().anyMatch(s -> lower.equals(s) || lower.endsWith("." + s));
    }

    /// Builds without repetition in their order, one for each number that says more than another left out.
    static List<Build> mostTelling(List<Build> builds) {
        if (builds.size() < 2) {
            return builds;
        }
        var telling = new ArrayList<Build>();
        for (var build : builds) {
            boolean covered = builds.stream().anyMatch(other -> !other.equals(build) && build.covers(other));
            if (!covered && !telling.contains(build)) {
                telling.add(build);
            }
        }
        return telling;
    }
}
