// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the findings on one server mean, campaign by campaign.
///
/// The verdict is the highest grade that any record shows. Counting the same step again raises nothing, and an address
/// that only asked does not become the intruder because another address was.
final class ServerVerdict {
    /// Addresses change hands; after this nothing says that it is still the same person.
    private static final Duration LATEST_USE = Duration.ofDays(30);

    private static final List<String> CUT_OFF = List.of("...", "…");

    private final ServerCoverage coverage;
    private final List<Finding> findings;
    private final List<HuntRule> rules;

    ServerVerdict(ServerCoverage coverage, List<Finding> findings, List<HuntRule> rules) {
        this.coverage = coverage;
        this.findings = findings;
        this.rules = rules;
    }

    /// One for each campaign, and one for graded findings of no campaign.
    List<Hunted> verdicts(List<HuntCampaign> campaigns) {
        var verdicts = new ArrayList<Hunted>();
        for (var campaign : campaigns) {
            verdicts.add(verdict(campaign));
        }
        var others = graded(null);
        if (!others.isEmpty()) {
            verdicts.add(of(null, others, Set.of(), null));
        }
        return verdicts;
    }

    private Hunted verdict(HuntCampaign campaign) {
        var kinds = ServerCoverage.kindsOf(campaign, rules);
        var graded = joined(graded(campaign.name()));
        return graded.isEmpty() ? nothing(campaign, kinds) : of(campaign.name(), graded, kinds, campaign.from());
    }

    private List<Finding> graded(@Nullable String campaign) {
        return findings.stream()
                .filter(f -> Objects.equals(f.rule().campaign(), campaign) && f.stage() != null)
                .toList();
    }

    /// With what the same address did afterwards by no campaign's own means: whoever came in by the flaw and
    /// then uses a
    /// page that lies there has used what he left.
    private List<Finding> joined(List<Finding> own) {
        var let = own.stream()
                .filter(f -> stage(f).compareTo(Stage.EXPLOITED) >= 0 && f.actor() != null && f.time() != null)
                .toList();
        var later = graded(null).stream()
                .filter(f -> stage(f).compareTo(Stage.IMPLANTED) >= 0)
                .filter(f -> let.stream().anyMatch(in -> follows(f, in)));
        return Stream.concat(own.stream(), later).toList();
    }

    private static boolean follows(Finding finding, Finding before) {
        var time = finding.time();
        var then = Objects.requireNonNull(before.time());
        return Objects.equals(finding.actor(), before.actor())
                && time != null
                && !time.isBefore(then)
                && time.isBefore(then.plus(LATEST_USE));
    }

    private Hunted nothing(HuntCampaign campaign, Set<Kind> kinds) {
        var missing = missing(kinds);
        if (!campaign.logsCanShow()) {
            return plain(
                    campaign, Stage.NOT_ASSESSABLE, "No log shows this attack; what counts is the update.", missing);
        }
        if (!coverage.looksInto(kinds, campaign.from())) {
            return plain(
                    campaign,
                    Stage.NOT_ASSESSABLE,
                    "No record that could show it is from " + campaign.from() + " or later.",
                    missing);
        }
        return plain(campaign, Stage.NO_EVIDENCE, "Nothing was found. " + reach(kinds, campaign.from()), missing);
    }

    private Hunted plain(HuntCampaign campaign, Stage stage, String reason, List<Kind> missing) {
        return new Hunted(
                coverage.server(),
                campaign.name(),
                stage,
                reason,
                null,
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                missing);
    }

    /// How far back records go, in a sentence.
    private String reach(Set<Kind> kinds, LocalDate from) {
        var first = coverage.first(kinds);
        if (first == null) {
            return "The records have no time, so nothing says which days they cover.";
        }
        var day = first.atZone(ZoneOffset.UTC).toLocalDate();
        return "Records reach back to " + day
                + (day.isAfter(from) ? ", so nothing between " + from + " and then can be excluded" : "")
                + shorter(kinds, day.isAfter(from) ? day : from) + ".";
    }

    /// The kinds that begin later than others: what only they could have shown before, nobody has seen.
    private String shorter(Set<Kind> kinds, LocalDate from) {
        var later = kinds.stream()
                .flatMap(
                        kind -> coverage
                                .begin(kind)
                                .filter(day -> day.isAfter(from))
                                .map(day -> kind.title() + " only to " + day)
                                .stream())
                .toList();
        return later.isEmpty() ? "" : "; " + String.join(", ", later);
    }

    private Hunted of(@Nullable String campaign, List<Finding> graded, Set<Kind> kinds, @Nullable LocalDate from) {
        var verdict = graded.stream()
                .map(f -> stage(f))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        var carrying = graded.stream().filter(f -> stage(f) == verdict).toList();
        var leader = carrying.getFirst();
        var missing = missing(kinds);
        var open = open(verdict, carrying, missing, campaign);
        var times = graded.stream()
                .map(Finding::time)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return new Hunted(
                coverage.server(),
                campaign,
                verdict,
                reason(leader, carrying.size(), kinds, from),
                open.couldBe(),
                open.settledBy(),
                times.isEmpty() ? null : times.getFirst(),
                times.isEmpty() ? null : times.getLast(),
                carrying.stream()
                        .map(Finding::actor)
                        .filter(Objects::nonNull)
                        .distinct()
                        .sorted()
                        .toList(),
                graded.stream()
                        .flatMap(f -> f.indicators().stream())
                        .map(Indicators.Indicator::actor)
                        .filter(Objects::nonNull)
                        .distinct()
                        .sorted()
                        .toList(),
                missing);
    }

    private static Stage stage(Finding finding) {
        return Objects.requireNonNull(finding.stage());
    }

    private String reason(Finding leader, int count, Set<Kind> kinds, @Nullable LocalDate from) {
        var time = leader.time() == null ? "" : " on " + written(leader.time());
        var more = count > 1 ? " (and " + (count - 1) + " more such record" + (count > 2 ? "s" : "") + ")" : "";
        var place = leader.place();
        var line =
                place.line() != null ? ":" + place.line() : place.record() != null ? " record " + place.record() : "";
        var first = leader.why() + " Seen" + time + " in " + place.file() + line + more + ".";
        return from == null ? first : first + " " + reach(kinds, from);
    }

    private static String written(Instant time) {
        return time.toString().replace('T', ' ').replaceAll("(\\.\\d+)?Z", " UTC");
    }

    private List<Kind> missing(Set<Kind> kinds) {
        return kinds.stream().filter(kind -> !coverage.has(kind)).toList();
    }

    private record Open(@Nullable Stage couldBe, List<String> settledBy) {}

    /// The worst that evidence could still show which did not come, or which is cut off where it counts.
    private Open open(Stage verdict, List<Finding> carrying, List<Kind> missing, @Nullable String campaign) {
        boolean cut = carrying.stream()
                .flatMap(f -> f.evidence().values().stream())
                .anyMatch(value -> CUT_OFF.stream().anyMatch(value::endsWith));
        var asked = EnumSet.noneOf(Kind.class);
        asked.addAll(missing);
        if (cut) {
            carrying.forEach(f -> asked.add(f.kind()));
        }
        if (verdict == Stage.PROBED && !cut) {
            return new Open(null, List.of());
        }
        var higher = rules.stream()
                .filter(rule -> campaign != null && campaign.equals(rule.campaign()))
                .filter(rule -> rule.kinds().stream().anyMatch(asked::contains))
                .flatMap(ServerVerdict::stages)
                .filter(stage -> stage.compareTo(verdict) > 0)
                .max(Comparator.naturalOrder());
        if (higher.isEmpty()) {
            return new Open(null, List.of());
        }
        var settling = rules.stream()
                .filter(rule -> campaign != null && campaign.equals(rule.campaign()))
                .filter(rule -> stages(rule).anyMatch(stage -> stage.compareTo(verdict) > 0))
                .flatMap(rule -> rule.kinds().stream().filter(asked::contains))
                .distinct()
                .sorted()
                .map(kind -> missing.contains(kind) ? kind.title() : "the whole rows of " + kind.title())
                .collect(Collectors.toList());
        return new Open(higher.get(), settling);
    }

    private static Stream<Stage> stages(HuntRule rule) {
        var others = rule.cases().stream().map(HuntRule.Case::stage);
        return rule.stage() == null ? others : Stream.concat(Stream.of(rule.stage()), others);
    }
}
