// SPDX-License-Identifier: Apache-2.0
package org.tidemark.exposure;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Build;
import org.tidemark.advisory.Product;
import org.tidemark.advisory.Subject;
import org.tidemark.asset.Server;

/// What one sighting means: which product, which build, how sure, and why.
///
/// @param family the id of the pack whose product it is; null where no pack knows it, or where it is none of an
///     owner's servers
/// @param build the best evidence of the build; null where only presence shows
/// @param product the product; null where the evidence does not tell
/// @param subject what the build stands for in the pack; null without a build
/// @param method the fingerprint or basis that the build rests on; `none` where nothing was recognised
/// @param flags what is special
/// @param builds every build that the evidence shows; more than one only where they disagree
/// @param reason one or two sentences
/// @param packages updates seen as installed
/// @param settings settings that were read
/// @param hindered the flaws of which the record says whether something hinders their use: true where it does, false
///     where they were found open to use
/// @param attributes what the record says besides
public record Observation(
        Server server,
        @Nullable Instant seenAt,
        @Nullable String family,
        @Nullable Build build,
        @Nullable Product product,
        @Nullable Subject subject,
        String method,
        Confidence confidence,
        Set<Flag> flags,
        List<Build> builds,
        String reason,
        Set<String> packages,
        Map<String, String> settings,
        Map<String, Boolean> hindered,
        Map<String, String> attributes,
        Sighting.Source source) {
    public Observation {
        flags = flags.isEmpty() ? Set.of() : java.util.Collections.unmodifiableSet(EnumSet.copyOf(flags));
        builds = List.copyOf(builds);
        packages = Set.copyOf(packages);
        settings = Map.copyOf(settings);
        hindered = Map.copyOf(hindered);
        attributes = Map.copyOf(attributes);
    }

    /// What a sighting is in which no pack knows anything.
    public static Observation ofNothingKnown(
            Sighting sighting, Set<Flag> flags, String reason, Map<String, String> attributes) {
        return new Observation(
                sighting.server(),
                sighting.seenAt(),
                null,
                null,
                null,
                null,
                "none",
                Confidence.NONE,
                flags,
                List.of(),
                reason,
                Set.of(),
                Map.of(),
                Map.of(),
                attributes,
                sighting.source());
    }

    /// Whether it is left out of counts.
    public boolean excluded() {
        for (var flag : flags) {
            if (flag.excludes()) {
                return true;
            }
        }
        return false;
    }

    /// The same, its line counted further: for readers that count from the beginning of a piece of the file.
    public Observation linesFurther(long lines) {
        var line = source.line();
        if (line == null || lines == 0) {
            return this;
        }
        return with(seenAt, new Sighting.Source(source.file(), line + lines, source.format()));
    }

    /// The same, seen at another time.
    public Observation seenAt(@Nullable Instant other) {
        return with(other, source);
    }

    /// The same, and the record says this besides.
    Observation withAttribute(String name, String value) {
        var more = new HashMap<>(attributes);
        more.put(name, value);
        return with(seenAt, more, source);
    }

    private Observation with(@Nullable Instant time, Sighting.Source from) {
        return with(time, attributes, from);
    }

    private Observation with(@Nullable Instant time, Map<String, String> besides, Sighting.Source from) {
        return new Observation(
                server,
                time,
                family,
                build,
                product,
                subject,
                method,
                confidence,
                flags,
                builds,
                reason,
                packages,
                settings,
                hindered,
                besides,
                from);
    }
}
