// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// Points in time as tools write them. What is no time is null, never an exception.
public final class Times {
    /// 2100-01-01: a number above it is no time of a scan.
    private static final long LATEST = 4_102_444_800L;

    private Times() {}

    /// Reads `2021-03-12T01:10:21.123456789Z` with any number of digits in the fraction, `T` or a blank, an offset
    /// as `+02:00`, `+0200` or `+02`, or none: Shadowserver and Shodan write UTC without saying so.
    public static @Nullable Instant instant(@Nullable String text) {
        if (text == null || text.length() < 19) {
            return null;
        }
        char between = text.charAt(10);
        if ((between != 'T' && between != ' ')
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':') {
            return null;
        }
        try {
            return atOffset(text);
        } catch (DateTimeException e) {
            return null; // 30 February, 25 o'clock
        }
    }

    private static @Nullable Instant atOffset(String text) {
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, 19);
        if (year < 1 || month < 1 || day < 1 || hour < 0 || minute < 0 || second < 0) {
            return null;
        }
        int end = 19;
        int nano = 0;
        if (end < text.length() && text.charAt(end) == '.') {
            int scale = 100_000_000;
            for (end++; end < text.length() && isDigit(text.charAt(end)); end++) {
                nano += scale * (text.charAt(end) - '0');
                scale /= 10;
            }
        }
        var offset = offset(text.substring(end).strip());
        if (offset == null) {
            return null;
        }
        // A leap second is kept as the second before it: java.time knows none.
        return LocalDateTime.of(year, month, day, hour, minute, Math.min(second, 59), nano)
                .toInstant(offset);
    }

    private static @Nullable ZoneOffset offset(String text) {
        if (text.isEmpty() || text.equals("Z") || text.equals("UTC")) {
            return ZoneOffset.UTC;
        }
        char sign = text.charAt(0);
        var figures = text.substring(1).replace(":", "");
        if ((sign != '+' && sign != '-') || (figures.length() != 2 && figures.length() != 4)) {
            return null;
        }
        int hours = digits(figures, 0, 2);
        int minutes = figures.length() == 4 ? digits(figures, 2, 4) : 0;
        if (hours < 0 || minutes < 0) {
            return null;
        }
        int seconds = hours * 3600 + minutes * 60;
        return ZoneOffset.ofTotalSeconds(sign == '-' ? -seconds : seconds);
    }

    /// Reads seconds since 1970, as nmap and masscan write them.
    public static @Nullable Instant epochSecond(@Nullable String text) {
        var seconds = Numbers.whole(text);
        return seconds == null || seconds <= 0 || seconds > LATEST ? null : Instant.ofEpochSecond(seconds);
    }

    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!isDigit(c)) {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
