// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the findings on one server mean, campaign by campaign.
///
/// The verdict is the highest grade that any record shows. Counting the same step again raises nothing, and an address
/// that only asked does not become the intruder because another address was.
final class ServerVerdict {
    private static final List<String> CUT_OFF = List.of("...", "…");

    private final ServerCoverage coverage;
    private final List<Finding> findings;
    private final Links links;
    private final List<HuntRule> rules;

    ServerVerdict(ServerCoverage coverage, List<Finding> findings, Links links, List<HuntRule> rules) {
        this.coverage = coverage;
        this.findings = findings;
        this.links = links;
        this.rules = rules;
    }

    /// One for each campaign, and one for graded findings of no campaign.
    List<Hunted> verdicts(List<HuntCampaign> campaigns) {
        var verdicts = new ArrayList<Hunted>();
        for (var campaign : campaigns) {
            verdicts.add(verdict(campaign));
        }
        var others = findings.stream()
                .filter(f -> f.rule().campaign() == null && f.stage() != null)
                .toList();
        if (!others.isEmpty()) {
            verdicts.add(of(null, others, Set.of(), null));
        } else {
            doubtful().ifPresent(verdicts::add);
        }
        return verdicts;
    }

    /// What shows no break-in by itself, and may be one.
    private Optional<Hunted> doubtful() {
        var open = findings.stream()
                .filter(f -> f.rule().campaign() == null
                        && f.stage() == null
                        && f.rule().couldBe() != null)
                .toList();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        var doubt = doubt(open, Stage.NO_EVIDENCE);
        return Optional.of(new Hunted(
                coverage.server(),
                null,
                Stage.NO_EVIDENCE,
                "Nothing shows a break-in by itself, and somebody must look: "
                        + open.getFirst().why(),
                doubt.couldBe(),
                doubt.settledBy(),
                open.getFirst().time(),
                open.getLast().time(),
                List.of(),
                List.of(),
                List.of()));
    }

    private static Open doubt(List<Finding> findings, Stage above) {
        var doubts = findings.stream()
                .map(f -> f.rule().couldBe())
                .filter(Objects::nonNull)
                .filter(doubt -> doubt.stage().compareTo(above) > 0)
                .toList();
        return new Open(
                doubts.stream()
                        .map(HuntRule.Doubt::stage)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                doubts.stream()
                        .flatMap(doubt -> doubt.settledBy().stream())
                        .distinct()
                        .toList());
    }

    private Hunted verdict(HuntCampaign campaign) {
        var asked = Asked.by(campaign, rules);
        var graded = links.of(campaign.name());
        return graded.isEmpty() ? nothing(campaign, asked) : of(campaign.name(), graded, asked, campaign.from());
    }

    private Hunted nothing(HuntCampaign campaign, Set<Asked> asked) {
        if (!campaign.logsCanShow()) {
            return plain(campaign, Stage.NOT_ASSESSABLE, "No log shows this attack; what counts is the update.", asked);
        }
        if (!coverage.looksInto(asked, campaign.from())) {
            return plain(
                    campaign,
                    Stage.NOT_ASSESSABLE,
                    "No record that could show it is from " + campaign.from() + " or later.",
                    asked);
        }
        return plain(campaign, Stage.NO_EVIDENCE, "Nothing was found. " + reach(asked, campaign.from()), asked);
    }

    private Hunted plain(HuntCampaign campaign, Stage stage, String reason, Set<Asked> asked) {
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
                unseen(asked));
    }

    /// How far back records go, in a sentence.
    private String reach(Set<Asked> asked, LocalDate from) {
        var first = coverage.first(asked);
        if (first == null) {
            return "The records have no time, so nothing says which days they cover.";
        }
        var day = first.atZone(ZoneOffset.UTC).toLocalDate();
        return "Records reach back to " + day
                + (day.isAfter(from) ? ", so nothing between " + from + " and then can be excluded" : "")
                + between(asked, from)
                + shorter(asked, day.isAfter(from) ? day : from) + ".";
    }

    /// Days between the first and the last of which there is no record at all.
    private String between(Set<Asked> asked, LocalDate from) {
        var gaps = coverage.gaps(asked, from);
        if (gaps.isEmpty()) {
            return "";
        }
        var longest = gaps.stream()
                .max(Comparator.comparingLong(
                        gap -> gap.to().toEpochDay() - gap.from().toEpochDay()))
                .orElseThrow();
        return "; nothing is recorded from " + longest.from() + " to " + longest.to()
                + (gaps.size() > 1 ? " and on other days" : "");
    }

    /// The sources that begin later than others: what only they could have shown before, nobody has seen.
    private String shorter(Set<Asked> asked, LocalDate from) {
        var later = asked.stream()
                .flatMap(
                        one -> coverage
                                .begin(one)
                                .filter(day -> day.isAfter(from))
                                .map(day -> one.title() + " only to " + day)
                                .stream())
                .toList();
        return later.isEmpty() ? "" : "; " + String.join(", ", later);
    }

    private Hunted of(@Nullable String campaign, List<Finding> graded, Set<Asked> asked, @Nullable LocalDate from) {
        var verdict = graded.stream()
                .map(f -> stage(f))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        var carrying = graded.stream().filter(f -> stage(f) == verdict).toList();
        var leader = carrying.getFirst();
        var missing = missing(asked);
        var open = open(verdict, carrying, missing, campaign).or(doubt(graded, verdict));
        var times = graded.stream()
                .map(Finding::time)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return new Hunted(
                coverage.server(),
                campaign,
                verdict,
                reason(leader, carrying.size(), asked, from),
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
                unseen(asked));
    }

    private static Stage stage(Finding finding) {
        return Objects.requireNonNull(finding.stage());
    }

    private String reason(Finding leader, int count, Set<Asked> asked, @Nullable LocalDate from) {
        var time = leader.time() == null ? "" : " on " + written(leader.time());
        var more = count > 1 ? " (and " + (count - 1) + " more such record" + (count > 2 ? "s" : "") + ")" : "";
        var place = leader.place();
        var line =
                place.line() != null ? ":" + place.line() : place.record() != null ? " record " + place.record() : "";
        var first = leader.why() + " Seen" + time + " in " + place.file() + line + more + ".";
        return from == null ? first : first + " " + reach(asked, from);
    }

    private static String written(Instant time) {
        return time.toString().replace('T', ' ').replaceAll("(\\.\\d+)?Z", " UTC");
    }

    private List<Asked> missing(Set<Asked> asked) {
        return asked.stream().filter(one -> !coverage.has(one)).toList();
    }

    /// Kinds of which none of the sources asked for came.
    private List<Kind> unseen(Set<Asked> asked) {
        var came = asked.stream().filter(coverage::has).map(Asked::kind).collect(Collectors.toSet());
        return asked.stream()
                .map(Asked::kind)
                .distinct()
                .filter(kind -> !came.contains(kind))
                .toList();
    }

    private record Open(@Nullable Stage couldBe, List<String> settledBy) {
        /// The worse of two, settled by what would settle either.
        Open or(Open other) {
            if (other.couldBe == null) {
                return this;
            }
            boolean worse = couldBe == null || other.couldBe.compareTo(couldBe) > 0;
            return new Open(
                    worse ? other.couldBe : couldBe,
                    Stream.concat(settledBy.stream(), other.settledBy.stream())
                            .distinct()
                            .toList());
        }
    }

    /// The worst that evidence could still show which did not come, or which is cut off where it counts.
    private Open open(Stage verdict, List<Finding> carrying, List<Asked> missing, @Nullable String campaign) {
        boolean cut = carrying.stream()
                .flatMap(f -> f.evidence().values().stream())
                .anyMatch(value -> CUT_OFF.stream().anyMatch(value::endsWith));
        var asked = new TreeSet<>(missing);
        if (cut) {
            carrying.forEach(f ->
                    Asked.by(f.rule()).filter(one -> one.kind() == f.kind()).forEach(asked::add));
        }
        if (verdict == Stage.PROBED && !cut) {
            return new Open(null, List.of());
        }
        var higher = rules.stream()
                .filter(rule -> campaign != null && campaign.equals(rule.campaign()))
                .filter(rule -> Asked.by(rule).anyMatch(asked::contains))
                .flatMap(ServerVerdict::stages)
                .filter(stage -> stage.compareTo(verdict) > 0)
                .max(Comparator.naturalOrder());
        if (higher.isEmpty()) {
            return new Open(null, List.of());
        }
        var settling = rules.stream()
                .filter(rule -> campaign != null && campaign.equals(rule.campaign()))
                .filter(rule -> stages(rule).anyMatch(stage -> stage.compareTo(verdict) > 0))
                .flatMap(rule -> Asked.by(rule).filter(asked::contains))
                .distinct()
                .sorted()
                .map(one -> missing.contains(one) ? one.title() : "the whole rows of " + one.title())
                .collect(Collectors.toList());
        return new Open(higher.get(), settling);
    }

    private static Stream<Stage> stages(HuntRule rule) {
        var others = rule.cases().stream().map(HuntRule.Case::stage);
        return rule.stage() == null ? others : Stream.concat(Stream.of(rule.stage()), others);
    }
}
