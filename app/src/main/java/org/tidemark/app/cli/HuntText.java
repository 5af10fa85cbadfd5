// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.tidemark.hunt.Coverage;
import org.tidemark.hunt.Finding;
import org.tidemark.hunt.HuntResult;
import org.tidemark.hunt.Hunted;
import org.tidemark.hunt.Stage;
import org.tidemark.hunt.Step;

/// What a hunt found, in words: a part for each server, calm, with what the evidence cannot show.
final class HuntText {
    private static final int MOST_STEPS = 12;
    private static final int LABEL = 16;

    private final Answer answer;
    private final HuntWords words;
    private final Advice advice;

    HuntText(Answer answer, HuntWords words, Advice advice) {
        this.answer = answer;
        this.words = words;
        this.advice = advice;
    }

    void tell(HuntResult result) {
        var servers = new LinkedHashMap<String, List<Hunted>>();
        for (var hunted : result.hunted()) {
            servers.computeIfAbsent(hunted.server(), _ -> new ArrayList<>()).add(hunted);
        }
        servers.forEach((server, verdicts) -> server(server, verdicts, result));
        if (result.unlisted() > 0) {
            say(HuntWords.count(result.unlisted(), "more record")
                    + " of the same kind from the same addresses were found and are only counted.");
        }
    }

    private void server(String server, List<Hunted> verdicts, HuntResult result) {
        answer.people().println(answer.terminal().paint(Terminal.Ink.STRONG, "Server " + Terminal.safe(server)));
        say(words.summary(verdicts, result));
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
        next(
                verdicts,
                result.findings().stream()
                        .filter(f -> f.server().equals(server))
                        .toList());
        answer.people().println();
    }

    /// What belongs to no campaign need not be told where a campaign's verdict already rests on it.
    static boolean isToldBy(List<Hunted> verdicts, Hunted hunted) {
        return hunted.campaign() == null
                && verdicts.stream()
                        .anyMatch(other -> other.campaign() != null
                                && other.verdict() == hunted.verdict()
                                && other.actors().equals(hunted.actors()));
    }

    private void notAssessable(List<Hunted> verdicts) {
        words.notAssessable(verdicts)
                .forEach((reason, campaigns) -> say(
                        HuntWords.grade(Stage.NOT_ASSESSABLE) + ": " + String.join("; ", campaigns) + ". " + reason));
    }

    private void verdict(Hunted hunted) {
        var lines = new Lines(answer.people(), answer.terminal(), LABEL);
        var word = HuntWords.grade(hunted.verdict());
        lines.row(
                List.of(new Lines.Paint(word, HuntWords.ink(hunted.verdict()))),
                words.title(hunted.campaign()),
                word + ". " + hunted.reason());
        more(hunted).forEach(line -> lines.row("", line));
    }

    /// What a verdict leaves open, and from where it was done.
    static List<String> more(Hunted hunted) {
        var more = new ArrayList<String>();
        var couldBe = hunted.couldBe();
        if (couldBe != null) {
            more.add("It could also be: " + HuntWords.grade(couldBe) + ". What would settle it: "
                    + String.join(", ", hunted.settledBy()) + ".");
        }
        if (!hunted.actors().isEmpty()) {
            more.add("From: " + String.join(", ", hunted.actors()) + ".");
        }
        return more;
    }

    private void timeline(List<Step> steps) {
        if (steps.isEmpty()) {
            return;
        }
        answer.people().println();
        var lines = new Lines(answer.people(), answer.terminal(), LABEL, 12);
        lines.head("WHEN (UTC)", "STEP", "WHAT");
        for (var step : steps.subList(0, Math.min(MOST_STEPS, steps.size()))) {
            lines.row(HuntWords.minute(step.time()), step.stage().name(), step.text());
        }
        if (steps.size() > MOST_STEPS) {
            say("… and " + (steps.size() - MOST_STEPS) + " more steps; --json has them all, --html most.");
        }
    }

    private void coverage(List<Coverage> coverage) {
        answer.people().println();
        var lines = new Lines(answer.people(), answer.terminal(), 32);
        lines.head("EVIDENCE", "WHAT IT COVERS");
        var told = new LinkedHashMap<String, String>();
        for (var line : coverage) {
            var title = line.kind().title();
            var covered = HuntWords.covered(line);
            var first = line.absence() == null ? null : told.putIfAbsent(covered, title);
            lines.row(title, first == null ? covered : "none: as " + first);
            line.channels().stream()
                    .filter(Coverage.Channel::came)
                    .forEach(channel -> lines.row("  " + channel.name(), HuntWords.covered(channel)));
            var missing = missing(line);
            if (!missing.isEmpty()) {
                lines.row("", missing);
            }
        }
    }

    /// Channels that rules ask and that did not come, in a sentence; empty where none is missing.
    static String missing(Coverage line) {
        var missing = line.channels().stream()
                .filter(channel -> !channel.came())
                .map(Coverage.Channel::name)
                .toList();
        return missing.isEmpty() ? "" : "not there, and asked for by rules: " + String.join(", ", missing);
    }

    private void next(List<Hunted> verdicts, List<Finding> findings) {
        var phases = advice.about(verdicts, findings);
        if (phases.isEmpty()) {
            return;
        }
        answer.people().println();
        answer.people().println(answer.terminal().paint(Terminal.Ink.STRONG, "What to do next, in this order"));
        var lines = new Lines(answer.people(), answer.terminal(), 12);
        phases.forEach((phase, steps) -> {
            for (int i = 0; i < steps.size(); i++) {
                lines.row(i == 0 ? phase.title() : "", "- " + steps.get(i));
            }
        });
    }

    private void say(String text) {
        Terminal.wrap(Terminal.safe(text), answer.terminal().width()).forEach(answer.people()::println);
    }
}
