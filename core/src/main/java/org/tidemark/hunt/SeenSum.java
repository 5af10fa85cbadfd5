// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What several files held of one source, added up.
final class SeenSum {
    private final TreeSet<LocalDate> days = new TreeSet<>();
    private final TreeSet<String> collectors = new TreeSet<>();
    private String name;
    private final Set<String> files = new HashSet<>();
    private long events;
    private @Nullable Instant first;
    private @Nullable Instant last;

    SeenSum(String name) {
        this.name = name;
    }

    /// Of several spellings the first in order stays, whatever the order in which they come.
    void add(String file, Seen seen) {
        var spelling = seen.channel();
        name = !spelling.isEmpty() && spelling.compareTo(name) < 0 && spelling.equalsIgnoreCase(name) ? spelling : name;
        files.add(file);
        events += seen.events();
        days.addAll(seen.days());
        first = earlier(first, seen.first());
        var other = seen.last();
        last = last == null || (other != null && other.isAfter(last)) ? other : last;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    void collectedBy(String collector) {
        collectors.add(collector);
    }

    /// Who collected it, as far as anybody knows.
    Set<String> collectors() {
        return collectors;
    }

    long files() {
        return files.size();
    }

    long events() {
        return events;
    }

    @Nullable
    Instant first() {
        return first;
    }

    @Nullable
    Instant last() {
        return last;
    }

    /// Whether the first record lies on this day or before.
    boolean reaches(LocalDate day) {
        return first != null
                && !first.isAfter(day.atStartOfDay(ZoneOffset.UTC).plusDays(1).toInstant());
    }

    /// Whether the last record lies on this day or after.
    boolean isWithin(LocalDate from) {
        return last != null && !last.isBefore(from.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    boolean isUndated() {
        return last == null && events > 0;
    }

    /// The days on which there are records.
    Set<LocalDate> days() {
        return days;
    }

    /// Days in a row without a record between the first and the last.
    List<Coverage.Gap> gaps() {
        return gaps(days);
    }

    static List<Coverage.Gap> gaps(SortedSet<LocalDate> days) {
        var gaps = new ArrayList<Coverage.Gap>();
        LocalDate before = null;
        for (var day : days) {
            if (before != null && before.plusDays(1).isBefore(day)) {
                gaps.add(new Coverage.Gap(before.plusDays(1), day.minusDays(1)));
            }
            before = day;
        }
        return gaps;
    }

    Coverage.Channel channel() {
        return new Coverage.Channel(name, first, last, events, gaps());
    }
}
