// SPDX-License-Identifier: Apache-2.0
package org.tidemark.priority;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Advisory;
import org.tidemark.advisory.Catalogue;
import org.tidemark.advisory.CveId;
import org.tidemark.advisory.PartialDate;

/// Asks the tables about flaws. What the pack does not know of a flaw counts as the worse answer.
public final class Prioritiser {
    private static final Comparator<Urgency> PRESSING = Comparator.<Urgency>comparingInt(
                    urgency -> urgency.timelines().rank())
            .thenComparing(Urgency::ransomware)
            .thenComparing(Urgency::exploitedSince, Comparator.nullsFirst(Comparator.reverseOrder()))
            .thenComparingInt(urgency -> urgency.deployer().rank())
            .thenComparingInt(urgency -> urgency.coordinator().rank())
            .thenComparing(Urgency::clock, Comparator.nullsFirst(Comparator.reverseOrder()))
            .thenComparing(Urgency::cve, Comparator.reverseOrder());

    private final PriorityTables tables;
    private final Catalogue catalogue;
    private final LocalDate day;
    private final Map<Asked, Urgency> known = new HashMap<>();

    private record Asked(CveId cve, Circumstances circumstances) {}

    /// @param day only what was known by then counts: an entry of KEV, an exploitation
    public Prioritiser(PriorityTables tables, Catalogue catalogue, LocalDate day) {
        this.tables = tables;
        this.catalogue = catalogue;
        this.day = day;
    }

    /// The most pressing of some flaws: a server is worked on for its worst one.
    public Optional<Urgency> worst(Collection<CveId> cves, Circumstances circumstances) {
        return cves.stream().map(cve -> of(cve, circumstances)).max(PRESSING);
    }

    public Urgency of(CveId cve, Circumstances circumstances) {
        return known.computeIfAbsent(new Asked(cve, circumstances), this::ask);
    }

    private Urgency ask(Asked asked) {
        var advisory = catalogue.advisory(asked.cve).orElse(null);
        var kev = advisory == null ? null : advisory.kev();
        boolean listed = kev != null && kev.added().by(day);
        var answers = new HashMap<String, String>();
        if (advisory != null && !advisory.recordOnly()) {
            answers.put(PriorityTables.KEV, yes(listed));
            impact(advisory.impact(), listed, answers);
        }
        circumstances(asked.circumstances, answers);
        return new Urgency(
                asked.cve,
                tables.timelines().decide(answers),
                tables.deployer().decide(answers),
                tables.coordinator().decide(answers),
                kev != null && listed ? kev.added().first() : first(advisory == null ? null : advisory.published()),
                kev != null && listed && kev.ransomware().equalsIgnoreCase("known"),
                exploited(advisory));
    }

    private @Nullable LocalDate exploited(@Nullable Advisory advisory) {
        var since = first(advisory == null ? null : advisory.exploitedSince());
        return since == null || since.isAfter(day) ? null : since;
    }

    private static @Nullable LocalDate first(@Nullable PartialDate date) {
        return date == null ? null : date.first();
    }

    private void impact(Advisory.Impact impact, boolean listed, Map<String, String> answers) {
        answer(tables.timelines(), PriorityTables.AUTOMATABLE, impact.automatable(), answers);
        answer(tables.timelines(), PriorityTables.TECHNICAL_IMPACT, impact.technicalImpact(), answers);
        // What stands in KEV is exploited, whatever an older record says.
        answer(
                tables.deployer(),
                PriorityTables.EXPLOITATION,
                listed ? "active" : impact.exploitation().equals("poc") ? "public poc" : impact.exploitation(),
                answers);
    }

    private void circumstances(Circumstances circumstances, Map<String, String> answers) {
        var exposed = circumstances.publiclyExposed();
        if (exposed != null) {
            answers.put(PriorityTables.PUBLICLY_EXPOSED, yes(exposed));
            // Behind something: how much, nobody said, and `small` would be said of a machine without a network.
            answers.put(PriorityTables.SYSTEM_EXPOSURE, exposed ? "open" : "controlled");
        }
        var impact = circumstances.impact();
        if (impact != null) {
            answer(tables.deployer(), PriorityTables.HUMAN_IMPACT, impact, answers);
            answer(
                    tables.coordinator(),
                    PriorityTables.MISSION_IMPACT,
                    impact.equals("very high") ? "high" : impact,
                    answers);
        }
    }

    /// Puts an answer in where the table knows it; an empty or unknown one stays unknown.
    private static void answer(DecisionTable table, String point, String value, Map<String, String> answers) {
        var lower = value.toLowerCase(Locale.ROOT);
        table.inputs().stream()
                .filter(input -> input.id().equals(point) && input.find(lower).isPresent())
                .forEach(_ -> answers.put(point, lower));
    }

    private static String yes(boolean is) {
        return is ? "yes" : "no";
    }
}
