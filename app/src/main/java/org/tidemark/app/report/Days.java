// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.report;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The days of a chart, and which of them its axis names.
public record Days(LocalDate first, LocalDate last) {
    private static final long[] STEPS = {1, 2, 5, 7, 14, 28, 56, 91, 182, 364};
    /// From here on a label needs its year.
    private static final int LONG = 300;

    private static final DateTimeFormatter SHORT_LABEL = DateTimeFormatter.ofPattern("d MMM", Locale.UK);
    private static final DateTimeFormatter LONG_LABEL = DateTimeFormatter.ofPattern("MMM uuuu", Locale.UK);
    private static final DateTimeFormatter WHOLE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    public Days {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("days from " + first + " to " + last);
        }
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /// How many days lie between the first and the last.
    public long length() {
        return ChronoUnit.DAYS.between(first, last);
    }

    /// Where a day lies, from 0 to 1; a single day in the middle.
    public double place(LocalDate day) {
        return length() == 0 ? 0.5 : (double) ChronoUnit.DAYS.between(first, day) / length();
    }

    /// The days to name, `most` at most.
    public List<LocalDate> ticks(int most) {
        long step = STEPS[STEPS.length - 1];
        for (int i = STEPS.length - 1; i >= 0 && length() / STEPS[i] < most; i--) {
            step = STEPS[i];
        }
        while (length() / step >= most) {
            step *= 2;
        }
        var ticks = new ArrayList<LocalDate>();
        for (var day = first; !day.isAfter(last); day = day.plusDays(step)) {
            ticks.add(day);
        }
        return ticks;
    }

    /// A day as the axis names it.
    public String label(LocalDate day) {
        return (length() > LONG ? LONG_LABEL : SHORT_LABEL).format(day);
    }

    /// A day in full.
    public static String whole(LocalDate day) {
        return WHOLE.format(day);
    }

    /// Both ends in words.
    public String words() {
        return length() == 0 ? whole(first) : whole(first) + " to " + whole(last);
    }
}
