// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.sigma;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tidemark.hunt.TextTest;

/// A text that is a day or a time, of which one part passes a test. A text that is none does not match; nothing is
/// reckoned from one time zone into another, as the specification has it.
///
/// @param part `minute`, `hour`, `day`, `week`, `month` or `year`
record TimePart(String part, TextTest number) implements TextTest {
    private static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern TIME = Pattern.compile("(?:^|[T ])(\\d{2}):(\\d{2})");

    @Override
    public boolean test(String text) {
        var found = found(text);
        return found.isPresent() && number.test(Integer.toString(found.getAsInt()));
    }

    @Override
    public int cost() {
        return 20;
    }

    private OptionalInt found(String text) {
        return switch (part.toLowerCase(Locale.ROOT)) {
            case "minute" -> group(TIME.matcher(text), 2);
            case "hour" -> group(TIME.matcher(text), 1);
            case "day" -> group(DAY.matcher(text), 3);
            case "month" -> group(DAY.matcher(text), 2);
            case "year" -> group(DAY.matcher(text), 1);
            default -> week(text);
        };
    }

    private static OptionalInt group(Matcher matcher, int group) {
        return matcher.find() ? OptionalInt.of(Integer.parseInt(matcher.group(group))) : OptionalInt.empty();
    }

    private static OptionalInt week(String text) {
        var day = DAY.matcher(text);
        try {
            return day.find()
                    ? OptionalInt.of(LocalDate.parse(day.group()).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR))
                    : OptionalInt.empty();
        } catch (DateTimeException e) {
            return OptionalInt.empty();
        }
    }
}
