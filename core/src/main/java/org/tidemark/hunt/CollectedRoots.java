// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The collections that evidence came in. One may stand inside another; the innermost around a file counts.
final class CollectedRoots {
    private static final Pattern PACKED = Pattern.compile("(?i)\\.(?:zip|7z|tar|tgz|tar\\.gz)$");

    private final Map<String, Collected> byRoot = new TreeMap<>();
    private final Map<String, Set<String>> labels = new HashMap<>();
    private final Set<String> archives = new HashSet<>();

    /// Members of this archive follow.
    void archive(String file) {
        archives.add(plain(file));
    }

    /// Whether a letter parts a file from what it lies in: a `!` does behind an archive, and else it is a
    /// letter of a
    /// name. Where nobody told of archives, their names do.
    boolean isMark(String file, int at) {
        return switch (file.charAt(at)) {
            case '/', '\\' -> true;
            case '!' -> {
                var before = plain(file.substring(0, at));
                yield archives.contains(before)
                        || (archives.isEmpty() && PACKED.matcher(before).find());
            }
            default -> false;
        };
    }

    void add(Collected told) {
        labels.computeIfAbsent(told.label().toLowerCase(Locale.ROOT), _ -> new TreeSet<>())
                .add(unpacked(told.root()));
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
            int alike = labels.getOrDefault(collected.label().toLowerCase(Locale.ROOT), Set.of())
                    .size();
            return collected.label().isEmpty() || alike > 1 ? collected.root() : collected.label();
        });
    }

    private Optional<Collected> nearest(String file, Predicate<Collected> asked) {
        var plain = plain(file);
        for (int end = plain.length(); end >= 0; end--) {
            if (end == plain.length() || isMark(plain, end)) {
                var collected = byRoot.get(plain.substring(0, end));
                if (collected != null && asked.test(collected)) {
                    return Optional.of(collected);
                }
            }
        }
        return Optional.empty();
    }

    /// An archive and the folder that it was unpacked into are one place, also where it has a folder of its own
    /// name in it.
    private String unpacked(String root) {
        var unpacked = new ArrayList<String>();
        for (var part : parts(root)) {
            var bare = PACKED.matcher(part).replaceFirst("");
            if (unpacked.isEmpty() || !unpacked.getLast().equals(bare)) {
                unpacked.add(bare);
            }
        }
        return String.join("/", unpacked);
    }

    /// What a file lies in and the file itself by their names, the outermost first.
    List<String> parts(String file) {
        var parts = new ArrayList<String>();
        int from = 0;
        for (int at = 0; at <= file.length(); at++) {
            if (at == file.length() || isMark(file, at)) {
                parts.add(file.substring(from, at));
                from = at + 1;
            }
        }
        return parts;
    }

    private static String plain(String file) {
        return file.replace('\\', '/');
    }
}
