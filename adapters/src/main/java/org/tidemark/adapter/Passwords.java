// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.util.ArrayList;
import java.util.List;

/// Passwords of archives, to be tried in order. They are never told to anybody.
public final class Passwords {
    /// The one that DFIR-ORC packs samples with, so that no scanner takes them away; its source says so in public.
    private static final String OF_SAMPLES = "avproof";

    private static final int LONGEST = 1_024;
    private static final int MOST = 100;

    private final List<String> known;

    private Passwords(List<String> known) {
        this.known = known;
    }

    /// Only those that everybody knows.
    public static Passwords none() {
        return new Passwords(List.of(OF_SAMPLES));
    }

    /// One a line; blank lines count for nothing.
    public static Passwords of(List<String> lines) {
        var known = new ArrayList<String>();
        lines.stream()
                .filter(line -> !line.isBlank() && line.length() <= LONGEST)
                .distinct()
                .limit(MOST)
                .forEach(known::add);
        known.add(OF_SAMPLES);
        return new Passwords(known);
    }

    List<String> all() {
        return known;
    }

    /// Whether anybody gave one.
    boolean isGiven() {
        return known.size() > 1;
    }

    @Override
    public String toString() {
        return known.size() + " passwords";
    }
}
