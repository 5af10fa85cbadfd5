// SPDX-License-Identifier: Apache-2.0
package org.tidemark.track;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Build;
import org.tidemark.advisory.Release;
import org.tidemark.advisory.Subject;
import org.tidemark.exposure.Flag;
import org.tidemark.exposure.Observation;

/// What is known to be installed on a server after all looks at it so far, or what one look shows.
///
/// @param family the id of the pack whose product it is; null where none is
/// @param builds the builds that it can be, lowest first: one, a set that the evidence cannot tell apart, or, where
///     sightings disagree, all that answered; empty where only presence shows
/// @param mixed whether sightings disagree
/// @param outside whether it is none of the servers that are counted: a cloud service, a copy, a trap
/// @param packages updates seen as installed
/// @param settings settings that were read
/// @param mitigated the flaws that something reported hinders
/// @param unhindered the flaws that a look showed to be open to use after all
public record Known(
        @Nullable String family,
        List<Build> builds,
        boolean mixed,
        boolean outside,
        Set<String> packages,
        Map<String, String> settings,
        Set<String> mitigated,
        Set<String> unhindered) {
    public Known {
        builds = builds.stream().distinct().sorted().toList();
        packages = Set.copyOf(packages);
        settings = Map.copyOf(settings);
        mitigated = Set.copyOf(mitigated);
        unhindered = Set.copyOf(unhindered);
    }

    /// What one look shows.
    public static Known of(Observation look) {
        boolean mixed = look.flags().contains(Flag.MIXED);
        return new Known(
                look.family(),
                mixed ? look.builds() : builds(look.subject()),
                mixed,
                look.excluded() || look.family() == null || look.subject() instanceof Subject.Cloud,
                look.packages(),
                look.settings(),
                those(look, true),
                those(look, false));
    }

    private static Set<String> those(Observation look, boolean hindered) {
        return look.hindered().entrySet().stream()
                .filter(said -> said.getValue() == hindered)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<Build> builds(@Nullable Subject subject) {
        return switch (subject) {
            case null -> List.of();
            case Subject.OneOf some ->
                some.candidates().stream().map(Release::build).toList();
            case Subject.OneBuild one -> List.of(one.build());
            case Subject.NoBranch none -> List.of(none.build());
            case Subject.Cloud cloud -> List.of(cloud.build());
        };
    }

    /// Whether it is one build and not a set.
    boolean isExact() {
        return builds.size() == 1;
    }

    Known with(List<Build> other, Set<String> kb, Map<String, String> read, Set<String> hindered) {
        return new Known(family, other, mixed, outside, kb, read, hindered, Set.of());
    }
}
