// SPDX-License-Identifier: Apache-2.0
package org.tidemark.advisory;

import java.util.List;
import java.util.Set;

/// The packages that make up an update, spelled `KB1` or `KB1+KB2`.
///
/// An update can come as several packages, all of them needed (`+`), and sources can know one update under several
/// numbers, any of them enough (`;`).
///
/// @param alternatives sets of package names; one complete set is the update
public record UpdatePackages(List<Set<String>> alternatives) {
    public UpdatePackages {
        alternatives = List.copyOf(alternatives);
    }

    public static UpdatePackages none() {
        return new UpdatePackages(List.of());
    }

    public boolean isEmpty() {
        return alternatives.isEmpty();
    }

    /// Whether the installed packages hold one complete set.
    public boolean provenBy(Set<String> installed) {
        return alternatives.stream().anyMatch(installed::containsAll);
    }

    /// Whether a package is one of them, complete or not.
    public boolean names(String kb) {
        return alternatives.stream().anyMatch(set -> set.contains(kb));
    }

    /// The usual name: all packages of the first alternative, joined with ` + `. Empty where there is no number.
    public String display() {
        return alternatives.isEmpty()
                ? ""
                : String.join(" + ", alternatives.getFirst().stream().sorted().toList());
    }
}
