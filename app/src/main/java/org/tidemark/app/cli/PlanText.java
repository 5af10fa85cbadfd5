// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.CveId;
import org.tidemark.plan.Action;
import org.tidemark.plan.Plan;
import org.tidemark.plan.Step;
import org.tidemark.run.Knowledge.Recognised;

/// A plan for somebody who follows it step by step.
final class PlanText {
    private static final int LEAST_TEXT = 20;

    private final PrintWriter out;
    private final Terminal terminal;
    private final Recognised read;
    private final Map<String, Integer> said = new HashMap<>();
    private int number = 1;

    PlanText(Answer answer, Recognised read) {
        this.out = answer.people();
        this.terminal = answer.terminal();
        this.read = read;
    }

    void print(Plan plan) {
        out.println(strong(BuildVerdicts.headline(read.subject()) + ", plan for " + plan.day()));
        if (plan.reason() != null) {
            paragraph("", plan.reason());
        }
        part("Now, on this level", plan.now());
        part("Then, the road on", plan.road());
        if (plan.isEmpty()) {
            out.println();
            out.println("Nothing to do.");
        }
        out.println();
        flaws("Stays open after the steps of now", plan.leavesOpen());
        flaws("Stays undecided", plan.leavesUndecided());
        paragraph(
                "",
                plan.supportReason() == null
                        ? "Supported by the vendor after all steps."
                        : "Not supported after all steps: " + plan.supportReason());
        sources(plan);
        var pack = read.family().catalogue().pack();
        out.println("Knowledge: " + pack.id() + " " + pack.version() + ", data of " + pack.dataAsOf() + ", sha256 "
                + pack.sha256().substring(0, 12));
    }

    private void part(String title, List<Step> steps) {
        if (steps.isEmpty()) {
            return;
        }
        out.println();
        out.println(strong(title));
        steps.forEach(this::step);
    }

    private void step(Step step) {
        var label = String.format("%3d. ", number++);
        var indent = " ".repeat(label.length());
        out.println();
        if (step.action() == Action.CHECK) {
            hanging(label, indent, firstSentence(step.why()), true);
            var rest = step.why().substring(firstSentence(step.why()).length()).strip();
            entry(indent, "", rest.isEmpty() ? null : rest);
        } else {
            hanging(label, indent, headline(step), true);
            hanging(indent, indent, step.why(), false);
        }
        if (!step.closes().isEmpty()) {
            hanging(indent + "closes  ", indent + "        ", joined(step.closes()), false);
        }
        entry(indent, "who     ", step.entitlement());
        entry(indent, "look    ", step.look());
        told(indent, "before  ", step.requires());
        told(indent, "mind    ", step.pitfalls());
        if (step.restart()) {
            entry(indent, "after   ", "Restart the server.");
        }
    }

    /// Words that an earlier step has said already are not said again: a long page hides what is new in it.
    private void told(String indent, String label, List<String> all) {
        var again = new TreeSet<Integer>();
        for (var words : all) {
            var first = said.putIfAbsent(words, number - 1);
            if (first == null) {
                entry(indent, label, words);
            } else {
                again.add(first);
            }
        }
        if (!again.isEmpty()) {
            entry(
                    indent,
                    label,
                    "Also what step "
                            + String.join(
                                    ", ", again.stream().map(Object::toString).toList()) + " says here.");
        }
    }

    private static String firstSentence(String words) {
        int end = words.indexOf(". ");
        return end < 0 ? words : words.substring(0, end + 1);
    }

    private void entry(String indent, String label, @Nullable String words) {
        if (words != null) {
            hanging(indent + label, indent + " ".repeat(label.length()), words, false);
        }
    }

    private static String headline(Step step) {
        var kb = step.kb() == null ? "" : step.kb() + ", ";
        var build = step.toBuild() == null ? "" : "build " + step.toBuild();
        var day = step.released() == null ? "" : " of " + step.released();
        return switch (step.action()) {
            case INSTALL_UPDATE -> "Install " + kb + build + day;
            case UPGRADE -> "Upgrade to " + step.toBranch() + " (" + kb + build + day + ")";
            case MIGRATE ->
                "New server with " + step.toBranch() + " (" + kb + build + day + "), and move everything there";
            case INSTALL_FRAMEWORK -> "Install .NET Framework " + step.to();
            case PREPARE_DIRECTORY -> "Prepare the directory: " + step.to();
            case MITIGATE -> "Mitigate: " + step.to();
            case ENABLE_SETTING -> "Make sure of " + step.to();
            case RESTART -> "Restart";
            case CHECK -> "Check";
        };
    }

    private void hanging(String label, String indent, String words, boolean bold) {
        var lines = Terminal.wrap(Terminal.safe(words), Math.max(LEAST_TEXT, terminal.width() - indent.length()));
        out.println(label + (bold ? strong(lines.getFirst()) : lines.getFirst()));
        lines.subList(1, lines.size()).forEach(line -> out.println(indent + (bold ? strong(line) : line)));
    }

    private void paragraph(String label, String words) {
        hanging(label, " ".repeat(label.length()), words, false);
    }

    private void flaws(String title, List<CveId> flaws) {
        if (!flaws.isEmpty()) {
            paragraph("", title + " (" + flaws.size() + "): " + joined(flaws) + ".");
        }
    }

    private static String joined(List<CveId> flaws) {
        return String.join(", ", flaws.stream().map(CveId::value).toList());
    }

    private void sources(Plan plan) {
        var all = new ArrayList<>(plan.now());
        all.addAll(plan.road());
        var sources = new TreeSet<String>();
        all.forEach(step -> sources.addAll(step.sources()));
        if (!sources.isEmpty()) {
            paragraph("", "Sources: " + String.join("; ", sources) + ".");
        }
    }

    private String strong(String text) {
        return terminal.paint(Terminal.Ink.STRONG, text);
    }
}
