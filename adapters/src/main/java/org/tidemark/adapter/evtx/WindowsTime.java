// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.BadRecord;

/// Times of Windows: FILETIME, tenths of microseconds since 1601, and SYSTEMTIME. Both are in UTC here.
final class WindowsTime {
    private static final long TICKS = 10_000_000L;
    private static final long TICKS_OF_DAY = 86_400 * TICKS;
    private static final long SECONDS_1601_TO_1970 = 11_644_473_600L;
    private static final int DAYS_1601_TO_1970 = 134_774;

    private WindowsTime() {}

    /// Zero is how records say that they do not know.
    static @Nullable Instant instant(long time) {
        return time <= 0 ? null : Instant.ofEpochSecond(time / TICKS - SECONDS_1601_TO_1970, time % TICKS * 100);
    }

    /// `2021-03-03T07:02:11.1234567Z`: as precise as the value, and never shorter.
    static String text(long time) {
        long day = Long.divideUnsigned(time, TICKS_OF_DAY);
        long tick = Long.remainderUnsigned(time, TICKS_OF_DAY);
        var date = LocalDate.ofEpochDay(day - DAYS_1601_TO_1970);
        if (date.getYear() > 9999) {
            return date + "T" + clock(tick);
        }
        var text = new byte[28];
        digits(text, 0, 4, date.getYear());
        text[4] = '-';
        digits(text, 5, 2, date.getMonthValue());
        text[7] = '-';
        digits(text, 8, 2, date.getDayOfMonth());
        text[10] = 'T';
        clock(text, 11, tick);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static String clock(long tick) {
        var text = new byte[17];
        clock(text, 0, tick);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static void clock(byte[] text, int at, long tick) {
        int second = (int) (tick / TICKS);
        digits(text, at, 2, second / 3600);
        text[at + 2] = ':';
        digits(text, at + 3, 2, second / 60 % 60);
        text[at + 5] = ':';
        digits(text, at + 6, 2, second % 60);
        text[at + 8] = '.';
        digits(text, at + 9, 7, (int) (tick % TICKS));
        text[at + 16] = 'Z';
    }

    private static void digits(byte[] text, int at, int count, int value) {
        int rest = value;
        for (int i = at + count - 1; i >= at; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    /// Eight numbers of 16 bits, of which the third is the day of the week. They are written even if there is
    /// no such
    /// day.
    static String system(ChunkBytes bytes, int at) throws BadRecord {
        var text = new StringBuilder(24);
        padded(text, 4, bytes.u16(at)).append('-');
        padded(text, 2, bytes.u16(at + 2)).append('-');
        padded(text, 2, bytes.u16(at + 6)).append('T');
        padded(text, 2, bytes.u16(at + 8)).append(':');
        padded(text, 2, bytes.u16(at + 10)).append(':');
        padded(text, 2, bytes.u16(at + 12)).append('.');
        return padded(text, 3, bytes.u16(at + 14)).append('Z').toString();
    }

    private static StringBuilder padded(StringBuilder text, int width, int value) {
        var digits = Integer.toString(value);
        return text.repeat('0', Math.max(0, width - digits.length())).append(digits);
    }
}
