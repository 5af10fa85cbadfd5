// SPDX-License-Identifier: Apache-2.0
package org.tidemark.priority;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tidemark.hunt.Stage;
import org.tidemark.priority.DecisionTable.Decision;

/// One server and campaign that somebody has to work on.
///
/// @param server its id
/// @param campaign the campaign's name; null where there is evidence of a break-in and nothing says by which
/// @param urgency by the most pressing flaw
/// @param firstVulnerable the day on which it was first seen vulnerable; null where it never was
/// @param mitigated whether something hinders the attack meanwhile
/// @param evidence how far somebody got, as a hunt says; null where none said so
/// @param tagged whether a feed says that it was found broken into
public record Queued(
        String server,
        @Nullable String campaign,
        Lane lane,
        Urgency urgency,
        @Nullable LocalDate firstVulnerable,
        boolean mitigated,
        @Nullable Stage evidence,
        boolean tagged)
        implements Comparable<Queued> {

    private static final Comparator<@Nullable Stage> GRAVER = Comparator.nullsLast(Comparator.reverseOrder());
    private static final Comparator<@Nullable LocalDate> EARLIER = Comparator.nullsLast(Comparator.naturalOrder());
    private static final Comparator<@Nullable String> NAME = Comparator.nullsFirst(Comparator.naturalOrder());

    /// Evidence of a break-in before anything else; then the official timeline, its day, what ransomware uses, what
    /// nothing hinders, what was exploited for longest, and the other tables. The last two only break ties.
    /// Written out,
    /// for a population has millions of such comparisons and nearly all end early.
    @Override
    public int compareTo(Queued other) {
        int order = lane.compareTo(other.lane);
        order = order != 0 ? order : GRAVER.compare(evidence, other.evidence);
        order = order != 0 ? order : byUrgency(other);
        order = order != 0 ? order : server.compareTo(other.server);
        return order != 0 ? order : NAME.compare(campaign, other.campaign);
    }

    private int byUrgency(Queued other) {
        if (urgency == other.urgency) {
            int order =
                    Objects.equals(firstVulnerable, other.firstVulnerable) ? 0 : EARLIER.compare(due(), other.due());
            return order != 0 ? order : Boolean.compare(mitigated, other.mitigated);
        }
        int order = rank(Urgency::timelines, other);
        order = order != 0 ? order : EARLIER.compare(due(), other.due());
        order = order != 0 ? order : Boolean.compare(other.urgency.ransomware(), urgency.ransomware());
        order = order != 0 ? order : Boolean.compare(mitigated, other.mitigated);
        order = order != 0 ? order : EARLIER.compare(urgency.exploitedSince(), other.urgency.exploitedSince());
        order = order != 0 ? order : rank(Urgency::deployer, other);
        return order != 0 ? order : rank(Urgency::coordinator, other);
    }

    /// The more pressing first.
    private int rank(Function<Urgency, Decision> by, Queued other) {
        return Integer.compare(by.apply(other.urgency).rank(), by.apply(urgency).rank());
    }

    /// What BOD 26-04 says, in its own words; null where it is not yet known whether anything is open.
    public @Nullable String decision() {
        return lane == Lane.CLARIFY ? null : urgency.timelines().value().name();
    }

    /// The day by which it is to be fixed; null where none is set.
    public @Nullable LocalDate due() {
        return lane == Lane.CLARIFY ? null : urgency.due(firstVulnerable);
    }

    /// Whether it is to be looked at for intruders before it is changed.
    public boolean forensics() {
        return lane == Lane.INCIDENT || (lane == Lane.REMEDIATE && urgency.wantsForensics());
    }

    /// One sentence: why it stands where it does.
    public String why() {
        return switch (lane) {
            case INCIDENT ->
                (evidence == null ? "A feed reports it as broken into" : "The evidence shows " + evidence)
                        + ": preserve what is volatile within 24 hours and before any change, then fix. "
                        + reasons();
            case REMEDIATE -> reasons();
            case CLARIFY ->
                "Whether it is open to " + campaign + " is not known; were it, " + urgency.cve() + " would decide. "
                        + unknown();
        };
    }

    private String reasons() {
        var impact = urgency.answer(PriorityTables.TECHNICAL_IMPACT);
        var flaw = Stream.of(
                        said(PriorityTables.KEV, "is known to be exploited (KEV)", "is not in KEV"),
                        said(PriorityTables.AUTOMATABLE, "can be automated", "cannot be automated"),
                        impact == null ? "" : "has " + impact + " technical impact",
                        urgency.ransomware() ? "is used by ransomware" : "")
                .filter(reason -> !reason.isEmpty())
                .collect(Collectors.joining(", "));
        var place = said(
                PriorityTables.PUBLICLY_EXPOSED,
                "the server is reachable from the internet",
                "the server is not publicly reachable");
        var sentence = new StringBuilder(urgency.cve().toString());
        sentence.append(flaw.isEmpty() ? "" : " " + flaw);
        sentence.append(place.isEmpty() ? "" : "; " + place);
        sentence.append(mitigated ? "; something hinders the attack meanwhile" : "");
        sentence.append(": ").append(urgency.timelines().table().title()).append(" says ");
        sentence.append(decision()).append('.');
        var unknown = unknown();
        return unknown.isEmpty() ? sentence.toString() : sentence + " " + unknown;
    }

    private String said(String point, String yes, String no) {
        var answer = urgency.answer(point);
        return answer == null ? "" : answer.equals("yes") ? yes : no;
    }

    /// Names what nobody said, for the worse was taken.
    private String unknown() {
        return urgency.open().isEmpty()
                ? ""
                : "Not known, so taken as the worse: " + String.join(", ", urgency.open()) + ".";
    }
}
