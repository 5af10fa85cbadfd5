// SPDX-License-Identifier: Apache-2.0
package org.tidemark.track;

import java.util.List;

/// What two places have in common, for people who ask why they are taken for one server.
public final class Likeness {
    private Likeness() {}

    /// The strongest thing that a place shares with one of those before it.
    public static String of(Clues place, List<Clues> before) {
        for (int strength = 0; strength < place.keys().length; strength++) {
            long key = place.keys()[strength];
            for (var other : before) {
                if (key != 0 && other.keys()[strength] == key) {
                    return "the same " + words(strength);
                }
            }
        }
        return "nothing in common: a correction, or a place between that showed both";
    }

    private static String words(int strength) {
        return switch (strength) {
            case 0 -> "name and certificate";
            case 1 -> "name and host name";
            case 2 -> "certificate";
            case 3 -> "host name and port";
            case 4 -> "address and port";
            default -> "name";
        };
    }
}
