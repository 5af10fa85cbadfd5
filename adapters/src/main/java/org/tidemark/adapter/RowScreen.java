// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.tidemark.hunt.Signs;

/// Tells by its bytes whether a row can matter at all, so that all others need not be taken apart. Used by several
/// threads at once.
///
/// Of every way in which a rule can hit, the pieces of the surest clause are looked for in one pass. Only where one
/// stands, the other clauses of its way are looked for, in the row alone.
public abstract sealed class RowScreen {
    private static final int SHORTEST = 4;

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
        boolean told = ways.stream()
                .allMatch(way ->
                        !way.clauses().isEmpty() && Signs.shortest(way.clauses().get(way.surest())) >= SHORTEST);
        return told ? new Told(ways) : EVERYTHING;
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
        private final Way[][] ways;

        /// What else a way needs: of each clause one piece.
        private record Way(List<FoldedPiece[]> clauses) {
            boolean holds(byte[] bytes, int from, int to) {
                for (var clause : clauses) {
                    if (!one(clause, bytes, from, to)) {
                        return false;
                    }
                }
                return true;
            }

            private static boolean one(FoldedPiece[] pieces, byte[] bytes, int from, int to) {
                for (var piece : pieces) {
                    if (piece.standsIn(bytes, from, to)) {
                        return true;
                    }
                }
                return false;
            }
        }

        Told(List<Signs> signs) {
            var byNeedle = new LinkedHashMap<String, List<Way>>();
            for (var way : signs) {
                for (var piece : way.clauses().get(way.surest())) {
                    byNeedle.computeIfAbsent(piece, _ -> new ArrayList<>()).add(others(way, piece));
                }
            }
            this.needles = new Needles(List.copyOf(byNeedle.keySet()));
            this.ways = byNeedle.values().stream()
                    .map(list -> list.toArray(Way[]::new))
                    .toArray(Way[][]::new);
        }

        /// Those that the needle itself does not fulfil; what takes least to see first.
        private static Way others(Signs way, String needle) {
            var folded = needle.toLowerCase(Locale.ROOT);
            return new Way(way.clauses().stream()
                    .filter(clause ->
                            clause.stream().noneMatch(piece -> folded.contains(piece.toLowerCase(Locale.ROOT))))
                    .sorted(Comparator.comparingInt(List::size))
                    .map(Told::shortest)
                    .map(clause -> clause.stream().map(FoldedPiece::new).toArray(FoldedPiece[]::new))
                    .toList());
        }

        /// Of pieces that hold others of the clause only the others.
        private static List<String> shortest(List<String> clause) {
            return clause.stream()
                    .map(piece -> piece.toLowerCase(Locale.ROOT))
                    .distinct()
                    .filter(piece -> clause.stream()
                            .map(other -> other.toLowerCase(Locale.ROOT))
                            .noneMatch(other -> !other.equals(piece) && piece.contains(other)))
                    .toList();
        }

        @Override
        public boolean passes(byte[] bytes, int from, int to) {
            return needles.any(bytes, from, to, needle -> {
                for (var way : ways[needle]) {
                    if (way.holds(bytes, from, to)) {
                        return true;
                    }
                }
                return false;
            });
        }
    }
}
