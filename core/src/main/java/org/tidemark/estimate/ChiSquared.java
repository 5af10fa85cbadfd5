// SPDX-License-Identifier: Apache-2.0
package org.tidemark.estimate;

/// The upper tail of the χ² distribution: Q(k/2, x/2), the regularised incomplete gamma function.
///
/// By its power series below a + 1 and by Legendre's continued fraction (evaluated by Lentz's method) above, as in
/// Abramowitz and Stegun 6.5.29 and 6.5.31. Γ of a half is known in closed form, so no approximation of it is needed.
final class ChiSquared {
    private static final int MOST_TERMS = 10_000;
    private static final double EPSILON = 1e-16;
    private static final double TINY = 1e-300;

    private ChiSquared() {}

    /// The probability of a value as great as this or greater.
    static double upperTail(double value, int degrees) {
        if (degrees < 1 || Double.isNaN(value)) {
            throw new IllegalArgumentException("χ² of " + value + " with " + degrees + " degrees of freedom");
        }
        if (value <= 0) {
            return 1;
        }
        double a = degrees / 2.0;
        double x = value / 2;
        double factor = Math.exp(a * Math.log(x) - x - logGammaOfHalf(degrees));
        return Math.clamp(x < a + 1 ? 1 - factor * series(a, x) : factor * fraction(a, x), 0.0, 1.0);
    }

    private static double series(double a, double x) {
        double term = 1 / a;
        double sum = term;
        for (int n = 1; n < MOST_TERMS && term > sum * EPSILON; n++) {
            term *= x / (a + n);
            sum += term;
        }
        return sum;
    }

    private static double fraction(double a, double x) {
        double b = x + 1 - a;
        double c = 1 / TINY;
        double d = 1 / b;
        double value = d;
        for (int n = 1; n < MOST_TERMS; n++) {
            double numerator = -n * (n - a);
            b += 2;
            d = 1 / apart(numerator * d + b);
            c = apart(b + numerator / c);
            value *= d * c;
            if (Math.abs(d * c - 1) < EPSILON) {
                break;
            }
        }
        return value;
    }

    /// Lentz's method divides by these, so zero is replaced by almost zero.
    private static double apart(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    /// ln Γ(k/2), by Γ(x + 1) = x Γ(x) from Γ(1) = 1 or Γ(½) = √π.
    private static double logGammaOfHalf(int k) {
        double sum = k % 2 == 0 ? 0 : Math.log(Math.PI) / 2;
        for (double x = k % 2 == 0 ? 1 : 0.5; x < k / 2.0; x++) {
            sum += Math.log(x);
        }
        return sum;
    }
}
