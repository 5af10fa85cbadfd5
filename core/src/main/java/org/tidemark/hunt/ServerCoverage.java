// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What all files together held for one server.
final class ServerCoverage {
    private final String server;
    private final Map<Kind, Sum> kinds = new EnumMap<>(Kind.class);
    private final Map<Kind, Absence> absences = new EnumMap<>(Kind.class);
    private final TreeSet<String> collectors = new TreeSet<>();

    private static final class Sum {
        private long files;
        private long events;
        private @Nullable Instant first;
        private @Nullable Instant last;
        private final TreeSet<LocalDate> days = new TreeSet<>();
        private final TreeSet<String> collectors = new TreeSet<>();

        void add(Seen seen) {
            files++;
            events += seen.events();
            days.addAll(seen.days());
            first = earlier(first, seen.first());
            var other = seen.last();
            last = last == null || (other != null && other.isAfter(last)) ? other : last;
        }

        private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
            return one == null || (other != null && other.isBefore(one)) ? other : one;
        }

        boolean reaches(LocalDate day) {
            return first != null
                    && !first.isAfter(
                            day.atStartOfDay(ZoneOffset.UTC).plusDays(1).toInstant());
        }

        boolean isWithin(LocalDate from) {
            return last != null
                    && !last.isBefore(from.atStartOfDay(ZoneOffset.UTC).toInstant());
        }

        List<Coverage.Gap> gaps() {
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
    }

    ServerCoverage(String server) {
        this.server = server;
    }

    String server() {
        return server;
    }

    /// @param collector who collected it; null where nobody knows
    void add(Seen seen, @Nullable String collector) {
        var sum = kinds.computeIfAbsent(seen.kind(), _ -> new Sum());
        sum.add(seen);
        if (collector != null) {
            sum.collectors.add(collector);
        }
    }

    /// A collection of this server.
    void add(Collected collected) {
        collectors.add(collected.collector());
        collected.absences().forEach(this::absent);
    }

    /// Why there is no evidence of a kind, should none come.
    void absent(Kind kind, Absence absence) {
        absences.merge(kind, absence, Absence::stronger);
    }

    boolean has(Kind kind) {
        return kinds.containsKey(kind);
    }

    /// Whether any record of these kinds lies in the window that begins on this day; a record without a time
    /// lies in
    /// every window.
    boolean looksInto(Set<Kind> asked, LocalDate from) {
        return asked.stream().map(kinds::get).anyMatch(sum -> sum != null && (sum.isWithin(from) || isUndated(sum)));
    }

    private static boolean isUndated(Sum sum) {
        return sum.last == null && sum.events > 0;
    }

    /// The day of the first record of a kind; empty where none has a time.
    Optional<LocalDate> begin(Kind kind) {
        var sum = kinds.get(kind);
        return sum == null || sum.first == null
                ? Optional.empty()
                : Optional.of(sum.first.atZone(ZoneOffset.UTC).toLocalDate());
    }

    /// The first record of these kinds; null where none has a time.
    @Nullable
    Instant first(Set<Kind> asked) {
        return asked.stream()
                .map(kinds::get)
                .filter(sum -> sum != null && sum.first != null)
                .map(sum -> sum.first)
                .min(java.util.Comparator.naturalOrder())
                .orElse(null);
    }

    /// One line a kind that came or that a campaign's rules read.
    List<Coverage> coverage(List<HuntCampaign> campaigns, List<HuntRule> rules) {
        var wanted = EnumSet.noneOf(Kind.class);
        wanted.addAll(kinds.keySet());
        campaigns.forEach(campaign -> wanted.addAll(kindsOf(campaign, rules)));
        return wanted.stream().map(kind -> line(kind, campaigns, rules)).toList();
    }

    private Coverage line(Kind kind, List<HuntCampaign> campaigns, List<HuntRule> rules) {
        var sum = kinds.getOrDefault(kind, new Sum());
        var reaches = new LinkedHashMap<String, Boolean>();
        for (var campaign : campaigns) {
            if (kindsOf(campaign, rules).contains(kind)) {
                reaches.put(campaign.name(), sum.reaches(campaign.from()));
            }
        }
        boolean present = kinds.containsKey(kind);
        return new Coverage(
                server,
                kind,
                joined(present ? sum.collectors : collectors),
                present ? null : absences.getOrDefault(kind, Absence.UNEXPLAINED),
                sum.first,
                sum.last,
                sum.files,
                sum.events,
                sum.gaps(),
                reaches);
    }

    private static @Nullable String joined(Set<String> names) {
        return names.isEmpty() ? null : String.join(", ", names);
    }

    /// The kinds of evidence that the rules of a campaign read.
    static Set<Kind> kindsOf(HuntCampaign campaign, List<HuntRule> rules) {
        var read = EnumSet.noneOf(Kind.class);
        rules.stream()
                .filter(rule -> campaign.name().equals(rule.campaign()))
                .forEach(rule -> read.addAll(rule.kinds()));
        return read;
    }
}
