// SPDX-License-Identifier: Apache-2.0
package org.tidemark.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.BranchId;

/// What a branch runs on.
///
/// @param frameworks the framework versions that it supports, lowest first; empty where no source says
/// @param platforms the operating systems that it supports; empty where no source says
/// @param levels the directory levels that its setup brings; null where no source says
public record Requirement(
        BranchId branch,
        List<FrameworkVersion> frameworks,
        List<Platform> platforms,
        @Nullable Levels levels,
        List<String> sources) {

    /// Version numbers in the directory. They only rise.
    public record Levels(int schema, int organisation, int domain) {
        boolean above(Levels other) {
            return schema > other.schema || organisation > other.organisation || domain > other.domain;
        }

        @Override
        public String toString() {
            return "schema " + schema + ", organisation " + organisation + ", domain " + domain;
        }
    }

    public Requirement {
        frameworks = frameworks.stream().sorted().toList();
        platforms = List.copyOf(platforms);
        sources = List.copyOf(sources);
    }

    boolean takes(FrameworkVersion version) {
        return frameworks.isEmpty() || frameworks.contains(version);
    }

    boolean runsOn(@Nullable Platform platform) {
        return platform == null || platforms.isEmpty() || platforms.contains(platform);
    }
}
