// SPDX-License-Identifier: Apache-2.0
package org.tidemark.exposure;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
                return withUnread(observation.get(), sighting);
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

    /// What else a record says must not hide that the version which it states could not be read.
    private Observation withUnread(Observation observation, Sighting sighting) {
        return unread(sighting)
                .map(text -> observation.withAttribute(UNREAD_VERSION, text))
                .orElse(observation);
    }

    /// The first version that the record states and no pack knows.
    private Optional<String> unread(Sighting sighting) {
        for (var evidence : sighting.evidence()) {
            if (evidence instanceof Evidence.StatedVersion stated
                    && !stated.text().isBlank()
                    && families.stream().noneMatch(family -> family.reads(stated))) {
                return Optional.of(stated.text());
            }
        }
        return Optional.empty();
    }

    private Observation nothing(Sighting sighting) {
        var attributes = new java.util.HashMap<>(sighting.attributes());
        unread(sighting).ifPresent(text -> attributes.putIfAbsent(UNREAD_VERSION, text));
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
