// SPDX-License-Identifier: Apache-2.0
package org.tidemark.advisory;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/// A day, or a month whose day no source names.
///
/// @param first the first day that it can be
/// @param last the last day that it can be; the same as `first` for a day
public record PartialDate(LocalDate first, LocalDate last) {

    public static PartialDate of(LocalDate day) {
        return new PartialDate(day, day);
    }

    /// Reads `2021-03-02` or `2021-03`; empty where the text is neither.
    public static Optional<PartialDate> parse(String text) {
        try {
            if (text.length() == 7) {
                var month = YearMonth.parse(text);
                return Optional.of(new PartialDate(month.atDay(1), month.atEndOfMonth()));
            }
            return Optional.of(of(LocalDate.parse(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    public boolean isDay() {
        return first.equals(last);
    }

    /// Whether it surely was on that day or before.
    public boolean by(LocalDate day) {
        return !last.isAfter(day);
    }

    /// Whether it surely lies after that day.
    public boolean after(LocalDate day) {
        return first.isAfter(day);
    }

    @Override
    public String toString() {
        return isDay() ? first.toString() : YearMonth.from(first).toString();
    }
}
