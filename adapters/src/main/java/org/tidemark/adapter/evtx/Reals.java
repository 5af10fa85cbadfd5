// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

/// Real numbers as text: whole ones without a fraction, others with as many digits as tell them from their neighbours.
final class Reals {
    /// Up to here every whole number is one of its own.
    private static final double WHOLE = 1L << 53;

    private Reals() {}

    static String text(float value) {
        return isPlain(value) ? whole(value) : special(value, Float.toString(value));
    }

    static String text(double value) {
        return isPlain(value) ? whole(value) : special(value, Double.toString(value));
    }

    private static boolean isPlain(double value) {
        return value == Math.rint(value) && Math.abs(value) < WHOLE;
    }

    private static String whole(double value) {
        return value == 0 && 1 / value < 0 ? "-0" : Long.toString((long) value);
    }

    /// What is no number is written as Windows does.
    private static String special(double value, String text) {
        if (Double.isNaN(value)) {
            return "-1.#IND";
        }
        return Double.isInfinite(value) ? value > 0 ? "1.#INF" : "-1.#INF" : text;
    }
}
