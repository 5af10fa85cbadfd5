// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tidemark.hunt.Coverage;
import org.tidemark.hunt.Finding;
import org.tidemark.hunt.HuntResult;
import org.tidemark.hunt.Hunted;
import org.tidemark.hunt.Stage;
import org.tidemark.hunt.Step;

/// What is said to people about a hunt, in a terminal and on a page.
final class HuntWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm 'UTC'", Locale.ENGLISH);

    private final Map<String, String> titles;

    /// @param titles what people call the campaigns, by name
    HuntWords(Map<String, String> titles) {
        this.titles = titles;
    }

    String title(@Nullable String campaign) {
        return campaign == null ? "Any intruder" : titles.getOrDefault(campaign, campaign);
    }

    /// The campaigns of which nothing can be told, by the reason: of many the same is to be said.
    Map<String, List<String>> notAssessable(List<Hunted> verdicts) {
        var byReason = new LinkedHashMap<String, List<String>>();
        for (var hunted : verdicts) {
            if (hunted.verdict() == Stage.NOT_ASSESSABLE) {
                byReason.computeIfAbsent(hunted.reason(), _ -> new ArrayList<>())
                        .add(title(hunted.campaign()));
            }
        }
        return byReason;
    }

    static String grade(Stage stage) {
        return switch (stage) {
            case NOT_ASSESSABLE -> "Cannot be told";
            case NO_EVIDENCE -> "No evidence";
            case PROBED -> "Only probed";
            case ATTEMPTED -> "Attempted";
            case EXPLOITED -> "EXPLOITED";
            case IMPLANTED -> "IMPLANTED";
            case USED -> "BROKEN INTO AND USED";
        };
    }

    static Terminal.Ink ink(Stage stage) {
        return switch (stage) {
            case NOT_ASSESSABLE, PROBED, ATTEMPTED -> Terminal.Ink.DOUBT;
            case NO_EVIDENCE -> Terminal.Ink.STRONG;
            case EXPLOITED, IMPLANTED, USED -> Terminal.Ink.BAD;
        };
    }

    /// The class of a page's style.
    static String tone(@Nullable Stage stage) {
        return stage == null || stage == Stage.NO_EVIDENCE ? "" : ink(stage) == Terminal.Ink.BAD ? "bad" : "doubt";
    }

    static String day(Instant time) {
        return time.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    static String minute(Instant time) {
        return time.toString().substring(0, 16).replace('T', ' ');
    }

    /// What a line of coverage says, in words.
    static String covered(Coverage line) {
        var absence = line.absence();
        if (absence != null) {
            return Stream.of(
                            "none: " + line.status().spelling().replace('-', ' ') + ".",
                            absence.reason(),
                            absence.how())
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(" "));
        }
        return span(line.from(), line.to()) + ", " + count(line.events(), "record") + " in "
                + count(line.files(), "file") + (line.channels().isEmpty() ? gaps(line.gaps()) : "");
    }

    static String covered(Coverage.Channel channel) {
        return span(channel.from(), channel.to()) + ", " + count(channel.events(), "record") + gaps(channel.gaps());
    }

    static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static String span(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null ? "without times" : day(from) + " to " + day(to);
    }

    private static String gaps(List<Coverage.Gap> gaps) {
        return gaps.isEmpty()
                ? ""
                : ", nothing from " + gaps.getFirst().from() + " to "
                        + gaps.getFirst().to()
                        + (gaps.size() > 1 ? " and in " + count(gaps.size() - 1, "more gap") : "");
    }

    /// The worst that was found on a server: of equal grades the one that belongs to a campaign.
    static Hunted worst(List<Hunted> verdicts) {
        return verdicts.stream()
                .max(Comparator.comparing(Hunted::verdict).thenComparing(hunted -> hunted.campaign() != null))
                .orElseThrow();
    }

    /// What happened to a server, in a sentence or two.
    String summary(List<Hunted> verdicts, HuntResult result) {
        var worst = worst(verdicts);
        var reach = reach(worst.server(), result);
        return switch (worst.verdict()) {
            case NOT_ASSESSABLE -> "The evidence that came cannot tell whether this server was broken into." + reach;
            case NO_EVIDENCE -> "Nothing was found in what came." + reach;
            case PROBED -> title(worst.campaign()) + ": somebody asked whether the flaw is there, and no more." + reach;
            case ATTEMPTED -> title(worst.campaign()) + ": it was tried" + first(worst) + " and refused." + reach;
            case EXPLOITED, IMPLANTED, USED -> title(worst.campaign()) + ": " + story(worst, result) + "." + reach;
        };
    }

    private static String first(Hunted hunted) {
        var first = hunted.first();
        return first == null ? "" : ", first on " + minuteWords(first);
    }

    private static String story(Hunted hunted, HuntResult result) {
        var steps = result.timeline().stream()
                .filter(step ->
                        step.server().equals(hunted.server()) && Objects.equals(step.campaign(), hunted.campaign()))
                .toList();
        var parts = new ArrayList<String>();
        add(parts, steps, Stage.EXPLOITED, "the flaw let a request through");
        add(parts, steps, Stage.IMPLANTED, "something that keeps access was left");
        long uses =
                of(steps, Stage.USED).mapToLong(step -> step.findings().size()).sum();
        add(parts, steps, Stage.USED, "what was left was used, " + count(uses, "record") + " of it");
        if (parts.isEmpty()) {
            return switch (hunted.verdict()) {
                case USED -> "what was left was used, on a day that no record tells";
                case IMPLANTED -> "something that keeps access was left, on a day that no record tells";
                default -> "the flaw let a request through, on a day that no record tells";
            };
        }
        return String.join("; ", parts);
    }

    private static void add(List<String> parts, List<Step> steps, Stage stage, String what) {
        of(steps, stage)
                .map(Step::time)
                .min(Comparator.naturalOrder())
                .ifPresent(time -> parts.add(what + ", first on " + minuteWords(time)));
    }

    private static Stream<Step> of(List<Step> steps, Stage stage) {
        return steps.stream().filter(step -> step.stage() == stage);
    }

    private static String minuteWords(Instant time) {
        return MINUTE.format(time.atOffset(ZoneOffset.UTC));
    }

    private static String reach(String server, HuntResult result) {
        return result.coverage().stream()
                .filter(line -> line.server().equals(server))
                .map(Coverage::from)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(first -> " The evidence reaches back to " + DAY.format(first.atOffset(ZoneOffset.UTC))
                        + "; nothing before that can be excluded.")
                .orElse("");
    }

    /// What a finding rests on, line by line.
    static List<Map.Entry<String, String>> lines(Finding finding) {
        var lines = new ArrayList<Map.Entry<String, String>>();
        lines.add(Map.entry("why", finding.why()));
        lines.add(Map.entry("seen in", place(finding)));
        finding.also().forEach(place -> lines.add(Map.entry("also in", place.file())));
        if (finding.place().path() != null) {
            lines.add(Map.entry("on the server", finding.place().path()));
        }
        if (finding.actor() != null) {
            lines.add(Map.entry("from", finding.actor()));
        }
        if (finding.userAgent() != null) {
            lines.add(Map.entry("client", finding.userAgent()));
        }
        finding.evidence().forEach((field, value) -> lines.add(Map.entry(field, value)));
        lines.add(Map.entry("rule", finding.rule().id()));
        if (!finding.rule().falsePositives().isEmpty()) {
            lines.add(
                    Map.entry("looks the same", String.join(" ", finding.rule().falsePositives())));
        }
        return lines;
    }

    private static String place(Finding finding) {
        var place = finding.place();
        return place.file()
                + (place.line() != null
                        ? ", line " + place.line()
                        : place.record() != null ? ", record " + place.record() : "");
    }
}
