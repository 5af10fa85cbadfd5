// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tidemark.hunt.Signs;

/// Tells by its bytes whether a row can matter at all, so that all others need not be taken apart. Used by several
/// threads at once.
///
/// Of every way in which a rule can hit, the pieces of the surest clause are looked for in one pass. Only where one
/// stands, the other clauses of its way are looked for, in the row alone.
public abstract sealed class RowScreen {
    private static final int SHORTEST = 4;
    private static final int LONG = 6;
    private static final int MOST_RARE = 3;
    /// Marks that stand in nearly every row.
    private static final Set<String> COMMON = Set.of("/", ".", "-", "=", "&", "_", ":", "?");

    private RowScreen() {}

    /// No row can matter.
    public static final RowScreen NOTHING = new Fixed(false);

    /// Every row must be looked at.
    public static final RowScreen EVERYTHING = new Fixed(true);

    /// @param ways what stands in a row that some rule hits
    public static RowScreen of(List<Signs> ways) {
        if (ways.isEmpty()) {
            return NOTHING;
        }
        var strong = ways.stream().filter(RowScreen::isStrong).toList();
        var weak = ways.stream().filter(way -> !isStrong(way)).toList();
        boolean told = weak.stream().allMatch(way -> rare(way).isPresent())
                && weak.stream().map(way -> rare(way).orElseThrow()).distinct().count() <= MOST_RARE;
        return told && !strong.isEmpty() ? new Told(strong, weak) : EVERYTHING;
    }

    /// Whether a piece is long enough to be looked for with all others; a short one only where there is no better.
    private static boolean isStrong(Signs way) {
        int longest = way.clauses().isEmpty() ? 0 : Signs.shortest(way.clauses().get(way.surest()));
        return longest >= (rare(way).isPresent() ? LONG : SHORTEST);
    }

    /// The mark that a way needs in any case: looked for in every row by itself.
    private static Optional<String> rare(Signs way) {
        return way.clauses().stream()
                .filter(clause -> clause.size() == 1)
                .map(List::getFirst)
                .filter(piece -> piece.chars().noneMatch(Character::isLetterOrDigit))
                .filter(piece -> !COMMON.contains(piece))
                .max(Comparator.comparingInt(String::length));
    }

    /// Whether a row of these bytes can matter.
    public abstract boolean passes(byte[] bytes, int from, int to);

    private static final class Fixed extends RowScreen {
        private final boolean answer;

        Fixed(boolean answer) {
            this.answer = answer;
        }

        @Override
        public boolean passes(byte[] bytes, int from, int to) {
            return answer;
        }
    }

    private static final class Told extends RowScreen {
        private final Needles needles;
        /// For each needle the ways that it belongs to.
        private final List<List<Way>> ways;

        private final List<Rare> rare;
        private final List<FoldedPiece> pieces = new ArrayList<>();
        private final Map<String, Integer> numbers = new HashMap<>();

        /// Ways that begin with a mark.
        private record Rare(FoldedPiece mark, List<Way> ways) {}

        /// What else a way needs: of each clause one piece, by its number.
        private record Way(List<int[]> clauses) {}

        Told(List<Signs> signs, List<Signs> weak) {
            var byRare = new LinkedHashMap<String, List<List<List<String>>>>();
            for (var way : weak) {
                var mark = rare(way).orElseThrow();
                byRare.computeIfAbsent(mark, _ -> new ArrayList<>()).add(others(way, mark));
            }
            this.rare = byRare.entrySet().stream()
                    .map(entry -> new Rare(new FoldedPiece(entry.getKey()), ways(entry.getValue())))
                    .toList();
            var byNeedle = new LinkedHashMap<String, List<List<List<String>>>>();
            for (var way : signs) {
                for (var piece : way.clauses().get(way.surest())) {
                    byNeedle.computeIfAbsent(folded(piece), _ -> new ArrayList<>())
                            .add(others(way, piece));
                }
            }
            this.needles = new Needles(List.copyOf(byNeedle.keySet()));
            this.ways = byNeedle.values().stream().map(this::ways).toList();
        }

        private static String folded(String piece) {
            return piece.toLowerCase(Locale.ROOT);
        }

        /// The clauses that the needle itself does not fulfil; what takes least to see first.
        private static List<List<String>> others(Signs way, String needle) {
            return way.clauses().stream()
                    .map(Told::shortest)
                    .filter(clause -> clause.stream().noneMatch(folded(needle)::contains))
                    .sorted(Comparator.comparingInt(List::size))
                    .toList();
        }

        /// Of pieces that hold others of the clause only the others.
        private static List<String> shortest(List<String> clause) {
            var folded = clause.stream().map(Told::folded).distinct().toList();
            return folded.stream()
                    .filter(piece -> folded.stream().noneMatch(other -> !other.equals(piece) && piece.contains(other)))
                    .toList();
        }

        /// Without those that need all that another needs, and more.
        private List<Way> ways(List<List<List<String>>> all) {
            return all.stream()
                    .distinct()
                    .filter(way -> all.stream().noneMatch(other -> other.size() < way.size() && way.containsAll(other)))
                    .map(way -> new Way(way.stream().map(this::numbered).toList()))
                    .toList();
        }

        private int[] numbered(List<String> clause) {
            return clause.stream()
                    .mapToInt(piece -> numbers.computeIfAbsent(piece, text -> {
                        pieces.add(new FoldedPiece(text));
                        return pieces.size() - 1;
                    }))
                    .toArray();
        }

        @Override
        public boolean passes(byte[] bytes, int from, int to) {
            var row = new Row(bytes, from, to);
            return needles.any(bytes, from, to, needle -> row.holdsAny(ways.get(needle))) || isRare(row);
        }

        private boolean isRare(Row row) {
            for (var one : rare) {
                if (one.mark.standsIn(row.bytes, row.from, row.to) && row.holdsAny(one.ways)) {
                    return true;
                }
            }
            return false;
        }

        /// One row, with what was found out about its pieces: ways have many in common.
        private final class Row {
            private final byte[] bytes;
            private final int from;
            private final int to;
            private long asked;
            private long stands;

            Row(byte[] bytes, int from, int to) {
                this.bytes = bytes;
                this.from = from;
                this.to = to;
            }

            boolean holdsAny(List<Way> some) {
                for (var way : some) {
                    if (holds(way)) {
                        return true;
                    }
                }
                return false;
            }

            private boolean holds(Way way) {
                for (var clause : way.clauses) {
                    if (!one(clause)) {
                        return false;
                    }
                }
                return true;
            }

            private boolean one(int[] clause) {
                for (int piece : clause) {
                    if (has(piece)) {
                        return true;
                    }
                }
                return false;
            }

            private boolean has(int piece) {
                if (piece >= Long.SIZE) {
                    return pieces.get(piece).standsIn(bytes, from, to);
                }
                long bit = 1L << piece;
                if ((asked & bit) == 0) {
                    asked |= bit;
                    stands |= pieces.get(piece).standsIn(bytes, from, to) ? bit : 0;
                }
                return (stands & bit) != 0;
            }
        }
    }
}
