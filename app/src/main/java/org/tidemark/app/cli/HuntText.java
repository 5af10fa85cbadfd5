// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tidemark.hunt.Coverage;
import org.tidemark.hunt.Finding;
import org.tidemark.hunt.HuntResult;
import org.tidemark.hunt.Hunted;
import org.tidemark.hunt.Stage;
import org.tidemark.hunt.Step;

/// What a hunt found, in words: a part for each server, calm, with what the evidence cannot show.
final class HuntText {
    private static final int MOST_STEPS = 12;

    private final Answer answer;
    private final Map<String, String> titles;

    /// @param titles what people call the campaigns, by name
    HuntText(Answer answer, Map<String, String> titles) {
        this.answer = answer;
        this.titles = titles;
    }

    void tell(HuntResult result) {
        var servers = new LinkedHashMap<String, List<Hunted>>();
        for (var hunted : result.hunted()) {
            servers.computeIfAbsent(hunted.server(), _ -> new java.util.ArrayList<>())
                    .add(hunted);
        }
        servers.forEach((server, verdicts) -> server(server, verdicts, result));
    }

    private void server(String server, List<Hunted> verdicts, HuntResult result) {
        answer.people().println(answer.terminal().paint(Terminal.Ink.STRONG, "Server " + Terminal.safe(server)));
        answer.people().println();
        verdicts.stream()
                .filter(hunted -> hunted.verdict() != Stage.NOT_ASSESSABLE && !isToldBy(verdicts, hunted))
                .forEach(this::verdict);
        notAssessable(verdicts);
        timeline(result.timeline().stream()
                .filter(s -> s.server().equals(server))
                .toList());
        coverage(result.coverage().stream()
                .filter(c -> c.server().equals(server))
                .toList());
        next(result.findings().stream().filter(f -> f.server().equals(server)).toList());
        answer.people().println();
    }

    /// What belongs to no campaign need not be told where a campaign's verdict already rests on it.
    private static boolean isToldBy(List<Hunted> verdicts, Hunted hunted) {
        return hunted.campaign() == null
                && verdicts.stream()
                        .anyMatch(other -> other.campaign() != null
                                && other.verdict() == hunted.verdict()
                                && other.actors().equals(hunted.actors()));
    }

    /// Campaigns of which the same is to be said, in one go.
    private void notAssessable(List<Hunted> verdicts) {
        var byReason = new LinkedHashMap<String, List<String>>();
        for (var hunted : verdicts) {
            if (hunted.verdict() == Stage.NOT_ASSESSABLE) {
                byReason.computeIfAbsent(hunted.reason(), _ -> new java.util.ArrayList<>())
                        .add(title(hunted.campaign()));
            }
        }
        byReason.forEach((reason, campaigns) ->
                say(words(Stage.NOT_ASSESSABLE) + ": " + String.join("; ", campaigns) + ". " + reason));
    }

    private void verdict(Hunted hunted) {
        var lines = new Lines(answer.people(), answer.terminal(), 16);
        var word = words(hunted.verdict());
        lines.row(
                List.of(new Lines.Paint(word, ink(hunted.verdict()))),
                title(hunted.campaign()),
                word + ". " + hunted.reason());
        var couldBe = hunted.couldBe();
        if (couldBe != null) {
            lines.row(
                    "",
                    "It could also be: " + words(couldBe) + ". What would settle it: "
                            + String.join(", ", hunted.settledBy()) + ".");
        }
        if (!hunted.actors().isEmpty()) {
            lines.row("", "From: " + String.join(", ", hunted.actors()) + ".");
        }
    }

    private String title(@Nullable String campaign) {
        return campaign == null ? "Any intruder" : titles.getOrDefault(campaign, campaign);
    }

    private static String words(Stage stage) {
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

    private static Terminal.Ink ink(Stage stage) {
        return switch (stage) {
            case NOT_ASSESSABLE, PROBED, ATTEMPTED -> Terminal.Ink.DOUBT;
            case NO_EVIDENCE -> Terminal.Ink.STRONG;
            case EXPLOITED, IMPLANTED, USED -> Terminal.Ink.BAD;
        };
    }

    private void timeline(List<Step> steps) {
        if (steps.isEmpty()) {
            return;
        }
        answer.people().println();
        var lines = new Lines(answer.people(), answer.terminal(), 16, 12);
        lines.head("WHEN (UTC)", "STEP", "WHAT");
        for (var step : steps.subList(0, Math.min(MOST_STEPS, steps.size()))) {
            lines.row(minute(step.time()), step.stage().name(), step.text());
        }
        if (steps.size() > MOST_STEPS) {
            say("… and " + (steps.size() - MOST_STEPS) + " more steps; --json has them all.");
        }
    }

    private static String minute(Instant time) {
        return time.toString().substring(0, 16).replace('T', ' ');
    }

    private void coverage(List<Coverage> coverage) {
        answer.people().println();
        var lines = new Lines(answer.people(), answer.terminal(), 32);
        lines.head("EVIDENCE", "WHAT IT COVERS");
        var told = new LinkedHashMap<String, String>();
        for (var line : coverage) {
            var title = line.kind().title();
            var first = line.absence() == null ? null : told.putIfAbsent(covered(line), title);
            lines.row(title, first == null ? covered(line) : "none: as " + first);
        }
    }

    private static String covered(Coverage line) {
        var absence = line.absence();
        if (absence != null) {
            return Stream.of(
                            "none: " + line.status().spelling().replace('-', ' ') + ".",
                            absence.reason(),
                            absence.how())
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(" "));
        }
        var from = line.from();
        var to = line.to();
        var days = from == null || to == null ? "without times" : day(from) + " to " + day(to);
        var gaps = line.gaps().isEmpty()
                ? ""
                : ", nothing from " + line.gaps().getFirst().from() + " to "
                        + line.gaps().getFirst().to()
                        + (line.gaps().size() > 1 ? " and in " + (line.gaps().size() - 1) + " more gaps" : "");
        return days + ", " + line.events() + " records in " + line.files() + (line.files() == 1 ? " file" : " files")
                + gaps;
    }

    private static String day(Instant time) {
        return time.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    private void next(List<Finding> findings) {
        var next = new LinkedHashSet<String>();
        findings.stream()
                .filter(f -> f.stage() != null && f.stage().compareTo(Stage.ATTEMPTED) >= 0)
                .map(f -> f.rule().next())
                .filter(text -> !text.isEmpty())
                .forEach(next::add);
        if (next.isEmpty()) {
            return;
        }
        answer.people().println();
        say("Next, in this order. Preserve first: an image of the disks and of memory before anything is changed.");
        next.forEach(text -> say("- " + text));
    }

    private void say(String text) {
        Terminal.wrap(Terminal.safe(text), answer.terminal().width()).forEach(answer.people()::println);
    }
}
