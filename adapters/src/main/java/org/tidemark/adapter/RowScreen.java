// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
        /// For each needle the ways that it belongs to, each as its other clauses.
        private final byte[][][][][] others;

        Told(List<Signs> ways) {
            var byNeedle = new LinkedHashMap<String, List<byte[][][]>>();
            for (var way : ways) {
                int surest = way.surest();
                var rest = new ArrayList<byte[][]>();
                for (int i = 0; i < way.clauses().size(); i++) {
                    if (i != surest) {
                        rest.add(folded(way.clauses().get(i)));
                    }
                }
                for (var piece : way.clauses().get(surest)) {
                    byNeedle.computeIfAbsent(piece, _ -> new ArrayList<>()).add(rest.toArray(byte[][][]::new));
                }
            }
            this.needles = new Needles(List.copyOf(byNeedle.keySet()));
            this.others = byNeedle.values().stream()
                    .map(list -> list.toArray(byte[][][][]::new))
                    .toArray(byte[][][][][]::new);
        }

        private static byte[][] folded(List<String> pieces) {
            return pieces.stream()
                    .map(piece -> {
                        var bytes = piece.getBytes(StandardCharsets.UTF_8);
                        for (int i = 0; i < bytes.length; i++) {
                            bytes[i] |= 0x20;
                        }
                        return bytes;
                    })
                    .toArray(byte[][]::new);
        }

        @Override
        public boolean passes(byte[] bytes, int from, int to) {
            return needles.any(bytes, from, to, needle -> {
                for (var way : others[needle]) {
                    if (all(way, bytes, from, to)) {
                        return true;
                    }
                }
                return false;
            });
        }

        private static boolean all(byte[][][] clauses, byte[] bytes, int from, int to) {
            for (var clause : clauses) {
                if (!one(clause, bytes, from, to)) {
                    return false;
                }
            }
            return true;
        }

        private static boolean one(byte[][] pieces, byte[] bytes, int from, int to) {
            for (var piece : pieces) {
                if (stands(piece, bytes, from, to)) {
                    return true;
                }
            }
            return false;
        }

        private static boolean stands(byte[] piece, byte[] bytes, int from, int to) {
            int last = to - piece.length;
            for (int at = from; at <= last; at++) {
                int i = 0;
                while (i < piece.length && (bytes[at + i] | 0x20) == piece[i]) {
                    i++;
                }
                if (i == piece.length) {
                    return true;
                }
            }
            return false;
        }
    }
}
