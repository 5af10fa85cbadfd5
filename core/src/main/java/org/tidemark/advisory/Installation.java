// SPDX-License-Identifier: Apache-2.0
package org.tidemark.advisory;

import java.util.Map;
import java.util.Set;

/// Everything known of an installation that can decide a verdict.
///
/// @param subject the build or builds
/// @param packages update packages seen as installed, `KB5000871`
/// @param settings values of settings, by their names
public record Installation(Subject subject, Set<String> packages, Map<String, String> settings) {
    public Installation {
        packages = Set.copyOf(packages);
        settings = Map.copyOf(settings);
    }

    public static Installation of(Subject subject) {
        return new Installation(subject, Set.of(), Map.of());
    }
}
