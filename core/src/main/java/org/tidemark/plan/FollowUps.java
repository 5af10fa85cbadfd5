// SPDX-License-Identifier: Apache-2.0
package org.tidemark.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Advisory;
import org.tidemark.advisory.BranchId;
import org.tidemark.advisory.Catalogue;
import org.tidemark.advisory.CveId;
import org.tidemark.advisory.Installation;
import org.tidemark.advisory.Mitigation;
import org.tidemark.advisory.Rule;
import org.tidemark.advisory.Setting;
import org.tidemark.advisory.Verdict;

/// What is left to do on a branch when its updates are in: switches, mitigations, and whether somebody was there.
final class FollowUps {
    private final StepWriter writer;
    private final Catalogue catalogue;
    private final Question question;

    FollowUps(StepWriter writer, Question question) {
        this.writer = writer;
        this.catalogue = writer.catalogue();
        this.question = question;
    }

    // Settings

    /// The settings that flaws still depend on, and those that are seen to be wrong, each with its flaws.
    Map<Setting, List<CveId>> settings(Ledger ledger, Installation installation) {
        var wanted = new LinkedHashMap<Setting, List<CveId>>();
        ledger.verdicts().forEach((cve, assessment) -> {
            if (assessment.verdict() instanceof Verdict.DependsOnSetting depends) {
                depends.settings().forEach(setting -> add(wanted, setting, cve));
            } else if (assessment.rule() == Rule.SETTING_OFF) {
                catalogue.settingsOf(cve).stream()
                        .filter(setting -> isWrong(setting, installation))
                        .forEach(setting -> add(wanted, setting, cve));
            }
        });
        return wanted;
    }

    private static void add(Map<Setting, List<CveId>> wanted, Setting setting, CveId cve) {
        wanted.computeIfAbsent(setting, _ -> new ArrayList<>()).add(cve);
    }

    private static boolean isWrong(Setting setting, Installation installation) {
        var value = installation.settings().getOrDefault(setting.name(), "");
        boolean decides =
                setting.kind() == Setting.Kind.MUST_BE_ON || setting.kind() == Setting.Kind.CAN_BE_SWITCHED_OFF;
        return decides && !value.isEmpty() && !setting.protecting().contains(value);
    }

    static List<Step> enable(Map<Setting, List<CveId>> wanted) {
        var steps = new ArrayList<Step>();
        wanted.forEach((setting, flaws) -> steps.add(Step.of(
                        Action.ENABLE_SETTING,
                        "The fix holds only if this is so: " + StepWriter.sentence(setting.meaning()))
                .to(setting.name() + "=" + protecting(setting))
                .look(setting.look())
                .closes(flaws)
                .pitfall(StepWriter.sentence(setting.defaults()))
                .source(setting.source())
                .done()));
        return steps;
    }

    private static String protecting(Setting setting) {
        return setting.values().stream()
                .filter(setting.protecting()::contains)
                .findFirst()
                .orElseThrow();
    }

    static Installation enabled(Installation installation, Map<Setting, List<CveId>> wanted) {
        var settings = new HashMap<>(installation.settings());
        wanted.keySet().forEach(setting -> settings.put(setting.name(), protecting(setting)));
        return new Installation(installation.subject(), installation.packages(), settings);
    }

    // What the pack asks for after an update

    Stream<Step> afterUpdate(String product, List<CveId> closed) {
        return writer.facts().afterUpdates().stream()
                .filter(after -> after.products().isEmpty() || after.products().contains(product))
                .filter(after -> after.cves().isEmpty() || after.cves().stream().anyMatch(closed::contains))
                .map(after -> Step.of(after.action(), after.words())
                        .source(after.source())
                        .done());
    }

    // Whether somebody was there

    /// A step where the server was open to something that was already being used. An update takes out nobody.
    Stream<Step> compromise(Ledger before) {
        var used = before.open().stream()
                .flatMap(cve -> catalogue.advisory(cve).stream())
                .filter(advisory -> exploitedBy(advisory, question))
                .toList();
        if (used.isEmpty()) {
            return Stream.empty();
        }
        var flaws =
                used.stream().map(a -> a.cve() + " since " + a.exploitedSince()).toList();
        return Stream.of(Step.of(
                        Action.CHECK,
                        "Find out whether somebody was there: this server was open to flaws that attackers used ("
                                + String.join(", ", flaws) + "). An update removes nothing that was left behind.")
                .look(
                        "Logs of the web server, of the product and of the system back to the first of these days; files and"
                                + " tasks that nobody of yours made")
                .pitfall("Logs are overwritten and memory is lost with a restart: collect them before the update where"
                        + " that does not delay it for long.")
                .sources(used.stream().flatMap(a -> a.sources().stream()).toList())
                .done());
    }

    private static boolean exploitedBy(Advisory advisory, Question question) {
        var since = advisory.exploitedSince();
        return since != null && !since.first().isAfter(question.day());
    }

    // Mitigations

    /// @param branch the branch that it must fit; null where the pack knows none
    Stream<Step> mitigations(List<CveId> open, @Nullable BranchId branch) {
        return catalogue.mitigations().stream()
                .filter(mitigation -> holds(mitigation) && writer.fits(mitigation.name(), branch))
                .filter(mitigation -> mitigation.cves().stream().anyMatch(open::contains))
                .map(mitigation -> mitigate(
                        mitigation,
                        mitigation.cves().stream().filter(open::contains).toList()));
    }

    private boolean holds(Mitigation mitigation) {
        var day = question.day();
        boolean begun =
                mitigation.validFrom() == null || !mitigation.validFrom().after(day);
        boolean ended = mitigation.validUntil() != null
                && mitigation.validUntil().last().isBefore(day);
        boolean bypassed =
                mitigation.bypassedOn() != null && !mitigation.bypassedOn().after(day);
        return begun && !ended && !bypassed;
    }

    private static Step mitigate(Mitigation mitigation, List<CveId> flaws) {
        var names = String.join(", ", flaws.stream().map(CveId::value).toList());
        return Step.of(
                        Action.MITIGATE,
                        "It hinders attacks on " + names + " and closes nothing: "
                                + StepWriter.sentence(mitigation.mechanism()))
                .to(mitigation.name())
                .requires(StepWriter.sentence(mitigation.preconditions()))
                .pitfall("Breaks: " + StepWriter.sentence(mitigation.breaks()))
                .pitfall("Undo: " + StepWriter.sentence(mitigation.rollback()))
                .pitfall(mitigation.survivesUpgrade() ? "" : "An upgrade takes it away: set it again if need be.")
                .source(mitigation.source())
                .done();
    }
}
