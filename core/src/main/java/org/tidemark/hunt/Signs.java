// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import java.util.ArrayList;
import java.util.List;

/// What must stand in the bytes of a record, for a rule to hit it: pieces of text, ASCII letters in any case.
///
/// @param clauses of each at least one piece stands in the record; none where nothing can be said
public record Signs(List<List<String>> clauses) {
    /// Nothing can be said.
    public static final Signs NONE = new Signs(List.of());

    /// More ways than this are not told apart.
    private static final int MOST_WAYS = 48;

    public Signs {
        clauses = clauses.stream().map(List::copyOf).toList();
    }

    private Signs and(Signs other) {
        var all = new ArrayList<>(clauses);
        other.clauses.stream().filter(clause -> !all.contains(clause)).forEach(all::add);
        return new Signs(all);
    }

    /// The ways in which all of several conditions can hold.
    static List<Signs> all(List<List<Signs>> parts) {
        var ways = List.of(NONE);
        for (var part : parts) {
            var told = ways.size() * part.size() > MOST_WAYS ? List.of(either(part)) : part;
            ways = withoutMoreSpecial(ways.stream()
                    .flatMap(way -> told.stream().map(way::and))
                    .distinct()
                    .toList());
        }
        return ways;
    }

    /// A way that needs all that another needs, and more, adds nothing.
    private static List<Signs> withoutMoreSpecial(List<Signs> ways) {
        return ways.stream()
                .filter(way -> ways.stream()
                        .noneMatch(other ->
                                other.clauses.size() < way.clauses.size() && way.clauses.containsAll(other.clauses)))
                .toList();
    }

    /// What can be said of a record in which one of several ways holds: of each the clause that says most, as one.
    private static Signs either(List<Signs> ways) {
        var pieces = new ArrayList<String>();
        for (var way : ways) {
            if (way.clauses.isEmpty()) {
                return NONE;
            }
            pieces.addAll(way.clauses.get(way.surest()));
        }
        return new Signs(List.of(pieces));
    }

    /// The place of the clause whose shortest piece is longest: it says most. There must be one.
    public int surest() {
        int surest = 0;
        for (int i = 1; i < clauses.size(); i++) {
            if (shortest(clauses.get(i)) > shortest(clauses.get(surest))) {
                surest = i;
            }
        }
        return surest;
    }

    /// The length of the shortest piece of a clause.
    public static int shortest(List<String> clause) {
        return clause.stream().mapToInt(String::length).min().orElse(0);
    }
}
