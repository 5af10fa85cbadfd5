// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The parts of a server that its product brings: modules of the web server, agents that see the mail,
/// and the like.
///
/// A name proves nothing, for intruders take names that are there; so name, code and file are compared
/// together.
public final class ShippedParts {
    public static final ShippedParts NONE = new ShippedParts(List.of());

    private final Map<String, Map<String, List<Part>>> sorts = new HashMap<>();

    /// One part as the product ships it.
    ///
    /// @param sort what sort of part, as the field `entry` of a record calls it
    /// @param code the class that it runs, with `*` and `?`; null where that says nothing
    /// @param image the file that it lies in, with `*` and `?`; null where that says nothing
    public record Part(
            String sort,
            String name,
            @Nullable String code,
            @Nullable String image) {}

    public ShippedParts(Collection<Part> parts) {
        for (var part : parts) {
            sorts.computeIfAbsent(part.sort(), _ -> new HashMap<>())
                    .computeIfAbsent(part.name().toLowerCase(Locale.ROOT), _ -> new ArrayList<>(1))
                    .add(part);
        }
    }

    /// The parts of several packs together.
    static ShippedParts all(List<ShippedParts> packs) {
        return new ShippedParts(packs.stream()
                .flatMap(pack -> pack.sorts.values().stream())
                .flatMap(names -> names.values().stream())
                .flatMap(List::stream)
                .toList());
    }

    /// `yes` where the product ships it so, `other` where it ships another of this name, `no` where it ships
    /// none of
    /// the name; null where it is not known what is shipped of this sort.
    @Nullable
    String shipped(String sort, String name, String code, String image) {
        var names = sorts.get(sort);
        if (names == null) {
            return null;
        }
        var parts = names.get(name.toLowerCase(Locale.ROOT));
        if (parts == null) {
            return "no";
        }
        return parts.stream().anyMatch(part -> is(part.code(), code) && is(part.image(), image)) ? "yes" : "other";
    }

    private static boolean is(@Nullable String wanted, String found) {
        return wanted == null
                || Wildcard.of(wanted.replace("\\", "\\\\"), false, false, true).test(found);
    }
}
