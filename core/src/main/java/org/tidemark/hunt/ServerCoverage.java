// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What all files together held for one server.
///
/// Of event logs each channel counts on its own: a log that no rule asks says nothing about one that rules do.
final class ServerCoverage {
    private final String server;
    private final Map<Kind, SeenSum> kinds = new EnumMap<>(Kind.class);
    /// By the folded name; under the empty one what did not say of which channel it is.
    private final TreeMap<String, SeenSum> channels = new TreeMap<>();
    private final Map<Kind, Absence> absences = new EnumMap<>(Kind.class);
    private final TreeSet<String> collectors = new TreeSet<>();

    ServerCoverage(String server) {
        this.server = server;
    }

    String server() {
        return server;
    }

    /// @param collector who collected it; null where nobody knows
    void add(String file, Seen seen, @Nullable String collector) {
        var sum = kinds.computeIfAbsent(seen.kind(), kind -> new SeenSum(kind.title()));
        sum.add(file, seen);
        if (collector != null) {
            sum.collectedBy(collector);
        }
        if (seen.kind().hasChannels()) {
            channels.computeIfAbsent(Asked.folded(seen.channel()), _ -> new SeenSum(seen.channel()))
                    .add(file, seen);
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

    /// Whether anything came of a source.
    boolean has(Asked asked) {
        return sums(asked).findAny().isPresent();
    }

    private Stream<SeenSum> sums(Asked asked) {
        return asked.channel().isEmpty()
                ? Stream.ofNullable(kinds.get(asked.kind()))
                : Stream.of(Asked.folded(asked.channel()), "")
                        .map(channels::get)
                        .filter(Objects::nonNull);
    }

    private Stream<SeenSum> sums(Collection<Asked> asked) {
        return asked.stream().flatMap(this::sums);
    }

    /// Whether any record of these sources lies in the window that begins on this day; a record of an event
    /// without a time lies in every window, what is merely there in none.
    boolean looksInto(Collection<Asked> asked, LocalDate from) {
        return asked.stream()
                .anyMatch(one -> sums(one)
                        .anyMatch(sum -> sum.isWithin(from) || (one.kind().tellsEvents() && sum.isUndated())));
    }

    /// The day of the first record of a source; empty where none has a time.
    Optional<LocalDate> begin(Asked asked) {
        return Optional.ofNullable(first(List.of(asked)))
                .map(first -> first.atZone(ZoneOffset.UTC).toLocalDate());
    }

    /// The first record of these sources; null where none has a time.
    @Nullable
    Instant first(Collection<Asked> asked) {
        return sums(asked)
                .map(SeenSum::first)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /// Days in a row of which none of these sources has a record, from a day on.
    List<Coverage.Gap> gaps(Collection<Asked> asked, LocalDate from) {
        var days = new TreeSet<LocalDate>();
        sums(asked).forEach(sum -> days.addAll(sum.days()));
        if (days.headSet(from).isEmpty()) {
            return SeenSum.gaps(days);
        }
        // What lies before the day is its own matter; that nothing follows is not.
        var eve = from.minusDays(1);
        days.add(eve);
        return SeenSum.gaps(days.tailSet(eve));
    }

    /// One line a kind that came or that a campaign's rules read.
    List<Coverage> coverage(List<HuntCampaign> campaigns, List<HuntRule> rules) {
        var wanted = new TreeMap<String, Collection<Asked>>();
        var lines = EnumSet.noneOf(Kind.class);
        lines.addAll(kinds.keySet());
        for (var campaign : campaigns) {
            var asked = Asked.by(campaign, rules);
            wanted.put(campaign.name(), asked);
            asked.forEach(one -> lines.add(one.kind()));
        }
        return lines.stream().map(kind -> line(kind, campaigns, wanted)).toList();
    }

    private Coverage line(Kind kind, List<HuntCampaign> campaigns, Map<String, Collection<Asked>> wanted) {
        var sum = kinds.getOrDefault(kind, new SeenSum(kind.title()));
        var reaches = new LinkedHashMap<String, Boolean>();
        for (var campaign : campaigns) {
            var asked = of(kind, wanted.getOrDefault(campaign.name(), List.of()));
            if (!asked.isEmpty()) {
                reaches.put(campaign.name(), sums(asked).anyMatch(one -> one.reaches(campaign.from())));
            }
        }
        var asked = wanted.values().stream().flatMap(Collection::stream).toList();
        boolean present = kinds.containsKey(kind);
        return new Coverage(
                server,
                kind,
                joined(present ? sum.collectors() : collectors),
                present ? null : absences.getOrDefault(kind, Absence.UNEXPLAINED),
                sum.first(),
                sum.last(),
                sum.files(),
                sum.events(),
                sum.gaps(),
                kind.hasChannels() && present ? channels(of(kind, asked)) : List.of(),
                reaches);
    }

    private static @Nullable String joined(Set<String> names) {
        return names.isEmpty() ? null : String.join(", ", names);
    }

    private static List<Asked> of(Kind kind, Collection<Asked> asked) {
        return asked.stream().filter(one -> one.kind() == kind).toList();
    }

    /// Those that came, and those that were asked and did not.
    private List<Coverage.Channel> channels(Collection<Asked> asked) {
        var lines = new TreeMap<String, Coverage.Channel>();
        for (var one : asked) {
            if (!one.channel().isEmpty()) {
                lines.put(Asked.folded(one.channel()), new SeenSum(one.channel()).channel());
            }
        }
        channels.forEach((folded, sum) -> {
            if (!folded.isEmpty()) {
                lines.put(folded, sum.channel());
            }
        });
        return List.copyOf(lines.values());
    }
}
