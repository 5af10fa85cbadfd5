// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The findings on one server as steps: those of one stage and campaign from one address, close together, are one,
/// whatever others did meanwhile and whichever source they stand in.
final class Timeline {
    private static final Duration CLOSE = Duration.ofMinutes(30);
    private static final int MOST_PAGES = 3;

    private final List<Finding> findings;
    private final Links links;
    private final int offset;

    /// @param findings of one server, in the order of time
    /// @param offset the place of the first of them among all findings
    Timeline(List<Finding> findings, Links links, int offset) {
        this.findings = findings;
        this.links = links;
        this.offset = offset;
    }

    private record Doing(
            @Nullable String campaign,
            Stage stage,
            @Nullable String actor) {}

    List<Step> steps() {
        var done = new ArrayList<List<Integer>>();
        Map<Doing, List<Integer>> latest = new HashMap<>();
        for (int i = 0; i < findings.size(); i++) {
            var finding = findings.get(i);
            if (finding.time() == null || finding.stage() == null) {
                continue;
            }
            var doing = new Doing(links.campaign(finding), finding.stage(), actor(finding));
            var before = latest.get(doing);
            if (before == null || isLater(finding, findings.get(before.getLast()))) {
                before = new ArrayList<>();
                done.add(before);
                latest.put(doing, before);
            }
            before.add(i);
        }
        return done.stream()
                .map(this::step)
                .sorted(Comparator.comparing(Step::time)
                        .thenComparing(step -> step.findings().getFirst()))
                .toList();
    }

    private @Nullable String actor(Finding finding) {
        return finding.actor() != null ? finding.actor() : links.sender(finding);
    }

    private static boolean isLater(Finding next, Finding before) {
        return time(next).isAfter(time(before).plus(CLOSE));
    }

    private static Instant time(Finding finding) {
        return Objects.requireNonNull(finding.time());
    }

    private Step step(List<Integer> places) {
        var first = findings.get(places.getFirst());
        return new Step(
                first.server(),
                links.campaign(first),
                time(first),
                Objects.requireNonNull(first.stage()),
                text(places, first),
                places.stream().map(place -> offset + place).toList());
    }

    private String text(List<Integer> places, Finding first) {
        var text = new StringBuilder(first.why());
        var pages = new TreeSet<String>();
        places.forEach(place -> pages.addAll(Pages.in(findings.get(place))));
        if (!pages.isEmpty() && pages.size() <= MOST_PAGES) {
            text.append(pages.size() == 1 ? " Page: " : " Pages: ")
                    .append(String.join(", ", pages))
                    .append('.');
        }
        var actor = actor(first);
        if (actor != null) {
            boolean told = places.stream().anyMatch(place -> findings.get(place).actor() != null);
            text.append(" From ").append(actor).append(told ? "." : ", by its requests of the same minutes.");
        }
        if (places.size() > 1) {
            text.append(' ').append(places.size()).append(" records.");
        }
        return text.toString();
    }
}
