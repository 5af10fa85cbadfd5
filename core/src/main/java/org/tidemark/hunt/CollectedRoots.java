// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/// The collections that evidence came in. One may stand inside another; the innermost around a file counts.
final class CollectedRoots {
    private final Map<String, Collected> byRoot = new TreeMap<>();
    private final Map<String, Integer> labels = new HashMap<>();

    void add(Collected told) {
        if (!byRoot.containsKey(plain(told.root()))) {
            labels.merge(told.label().toLowerCase(Locale.ROOT), 1, Integer::sum);
        }
        byRoot.merge(plain(told.root()), told, Collected::with);
    }

    Collection<Collected> all() {
        return byRoot.values();
    }

    /// The collection that a file belongs to.
    Optional<Collected> around(String file) {
        return nearest(file, _ -> true);
    }

    /// The host that the nearest statement around a file names.
    Optional<String> host(String file) {
        return nearest(file, collected -> collected.host() != null).map(Collected::host);
    }

    /// What to call the server of a collection that names none: the collection's own name, or all of its place
    /// where
    /// another has the same name.
    Optional<String> label(String file) {
        return around(file).map(collected -> {
            int alike = labels.getOrDefault(collected.label().toLowerCase(Locale.ROOT), 0);
            return collected.label().isEmpty() || alike > 1 ? collected.root() : collected.label();
        });
    }

    private Optional<Collected> nearest(String file, Predicate<Collected> asked) {
        var plain = plain(file);
        for (int end = plain.length(); end >= 0; end--) {
            if (end == plain.length() || plain.charAt(end) == '/' || plain.charAt(end) == '!') {
                var collected = byRoot.get(plain.substring(0, end));
                if (collected != null && asked.test(collected)) {
                    return Optional.of(collected);
                }
            }
        }
        return Optional.empty();
    }

    private static String plain(String file) {
        return file.replace('\\', '/');
    }
}
