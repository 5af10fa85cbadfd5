// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A rule that says what a record of some kind means.
///
/// @param id its id, which findings name
/// @param title one line
/// @param level how much a hit matters
/// @param kinds the kinds of evidence that it is asked of
/// @param channels the channels of event logs that it is asked of; empty for all
/// @param condition what a record must be like
/// @param stage what a hit shows; null where it is context, or the rule is not ours to grade
/// @param cases what a hit shows instead where more holds of the record; the first that does counts
/// @param campaign the campaign that it belongs to; null where it belongs to none
/// @param cves the flaws that it is about
/// @param why one sentence: why a hit means what it means
/// @param next one sentence: what to do about a hit; empty where nothing is special
/// @param falsePositives what else may look so
/// @param shows the fields that a finding shows
/// @param couldBe the grade that a hit leaves open, where the record alone does not decide it
/// @param once the field that tells one and the same thing where records speak of it several times;
///     null where each record is one by itself
public record HuntRule(
        String id,
        String title,
        Level level,
        Set<Kind> kinds,
        Set<String> channels,
        Condition condition,
        @Nullable Stage stage,
        List<Case> cases,
        @Nullable String campaign,
        List<String> cves,
        String why,
        String next,
        List<String> falsePositives,
        List<String> shows,
        @Nullable Doubt couldBe,
        @Nullable String once) {

    /// A rule for which each record is one by itself.
    public HuntRule(
            String id,
            String title,
            Level level,
            Set<Kind> kinds,
            Condition condition,
            @Nullable Stage stage,
            List<Case> cases,
            @Nullable String campaign,
            List<String> cves,
            String why,
            String next,
            List<String> falsePositives,
            List<String> shows) {
        this(
                id,
                title,
                level,
                kinds,
                Set.of(),
                condition,
                stage,
                cases,
                campaign,
                cves,
                why,
                next,
                falsePositives,
                shows,
                null,
                null);
    }

    /// What a hit may be, and what evidence would tell.
    public record Doubt(Stage stage, List<String> settledBy) {
        public Doubt {
            settledBy = List.copyOf(settledBy);
        }
    }

    /// What a hit shows where more holds of the record.
    ///
    /// @param why one sentence that takes the place of the rule's own
    public record Case(Stage stage, Condition condition, String why) {}

    /// What a hit means.
    public record Grade(@Nullable Stage stage, String why) {}

    public HuntRule {
        kinds = Set.copyOf(kinds);
        channels = Set.copyOf(channels);
        cases = List.copyOf(cases);
        cves = List.copyOf(cves);
        falsePositives = List.copyOf(falsePositives);
        shows = List.copyOf(shows);
    }

    /// What this record shows; empty where the rule does not hit.
    public Optional<Grade> grade(Trace trace) {
        if (!condition.holds(trace)) {
            return Optional.empty();
        }
        for (var one : cases) {
            if (one.condition().holds(trace)) {
                return Optional.of(new Grade(one.stage(), one.why()));
            }
        }
        return Optional.of(new Grade(stage, why));
    }
}
