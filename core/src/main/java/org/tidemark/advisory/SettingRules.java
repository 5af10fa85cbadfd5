// SPDX-License-Identifier: Apache-2.0
package org.tidemark.advisory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the configuration makes of a fix that is in.
///
/// What must be switched on leaves the verdict open until it is seen. What can be switched off counts as on, the
/// update's default, until it is seen to be off. A role that is needed to reach a flaw changes no verdict.
final class SettingRules {
    private final Catalogue catalogue;
    private final CveId cve;
    private final Installation installation;
    private final @Nullable Branch branch;

    SettingRules(Catalogue catalogue, CveId cve, Installation installation, @Nullable Branch branch) {
        this.catalogue = catalogue;
        this.cve = cve;
        this.installation = installation;
        this.branch = branch;
    }

    /// A role on which the flaw does not exist.
    Optional<Assessment> byRole() {
        return ofKind(Setting.Kind.NOT_ON_ROLE).stream()
                .filter(setting -> isProtecting(setting, given(setting)))
                .findFirst()
                .map(setting -> new Assessment(
                        cve,
                        new Verdict.NotApplicable(setting.source()),
                        Rule.ROLE_WITHOUT_FLAW,
                        "The server's role is " + given(setting) + ": " + setting.meaning() + ".",
                        null,
                        List.of(setting.source())));
    }

    /// A setting that closes the flaw whatever the update.
    Optional<Assessment> alone() {
        var deciding = ofKind(Setting.Kind.MUST_BE_ON);
        boolean closed = !deciding.isEmpty()
                && deciding.stream().allMatch(s -> s.decidesAlone().contains(given(s)));
        if (!closed) {
            return Optional.empty();
        }
        var names = shown(deciding);
        return Optional.of(new Assessment(
                cve,
                new Verdict.Fixed(names),
                Rule.SETTING_DECIDES_ALONE,
                "The setting " + names + " closes this flaw whatever update is installed.",
                null,
                sources(deciding)));
    }

    /// An open verdict with the words that a setting, which nobody has looked at, may close the flaw all the same.
    Assessment orClosedAlone(Assessment open) {
        var deciding = ofKind(Setting.Kind.MUST_BE_ON);
        boolean may = open.kind().isOpen()
                && !deciding.isEmpty()
                && deciding.stream()
                        .allMatch(s -> given(s).isEmpty() && !s.decidesAlone().isEmpty());
        if (!may) {
            return open;
        }
        var values = deciding.stream()
                .map(s -> s.name() + "="
                        + String.join("|", s.decidesAlone().stream().sorted().toList()))
                .toList();
        var words = "It is not open where " + String.join(" and ", values) + ", whatever update is installed: "
                + looks(deciding);
        return open.withNextStep(open.nextStep() == null ? words : closed(open.nextStep()) + " " + words);
    }

    /// The verdict on an installation that has the update.
    ///
    /// @param fixed the verdict by the build alone
    Assessment withUpdate(Assessment fixed) {
        var off = new ArrayList<Setting>();
        var unseen = new ArrayList<Setting>();
        var lookAt = new ArrayList<Setting>();
        for (var setting : catalogue.settingsOf(cve)) {
            switch (setting.kind()) {
                case MUST_BE_ON -> {
                    if (!doneByBase(setting)) {
                        sort(setting, off, unseen);
                    }
                }
                case CAN_BE_SWITCHED_OFF -> sort(setting, off, lookAt);
                case NOT_ON_ROLE, REACHABILITY_ONLY -> {}
            }
        }
        if (!off.isEmpty()) {
            return switchedOff(off);
        }
        if (!unseen.isEmpty()) {
            return depends(unseen);
        }
        return confirmed(fixed, lookAt);
    }

    /// The verdict on a flaw that no update of the product decides and a setting does.
    ///
    /// @param component the row which says so
    Assessment insteadOfUpdate(Fix component) {
        var deciding = ofKind(Setting.Kind.MUST_BE_ON);
        var seen = deciding.stream().filter(s -> !given(s).isEmpty()).toList();
        var closed = new Assessment(
                cve,
                new Verdict.Fixed(shown(seen)),
                Rule.SETTING_ON,
                noUpdateDecides("the setting " + shown(seen) + " does, and closes it."),
                null,
                List.of(component.source()));
        var judged = withUpdate(closed);
        return switch (judged.kind()) {
            case VULNERABLE ->
                judged.withReason(noUpdateDecides("the setting " + shown(seen) + " does, and leaves it open."));
            case DEPENDS_ON_SETTING ->
                judged.withReason(noUpdateDecides("it is closed only if " + wanted(deciding) + "."));
            case FIXED, NOT_APPLICABLE, NOT_LISTED, ASSUMED_VULNERABLE, UNKNOWN -> judged;
        };
    }

    private static String noUpdateDecides(String rest) {
        return "No update of the product decides this flaw: " + rest;
    }

    private void sort(Setting setting, List<Setting> off, List<Setting> unseen) {
        var value = given(setting);
        if (value.isEmpty()) {
            unseen.add(setting);
        } else if (!setting.protecting().contains(value)) {
            off.add(setting);
        }
    }

    private Assessment switchedOff(List<Setting> off) {
        var names = shown(off);
        return new Assessment(
                cve,
                new Verdict.Vulnerable(null),
                Rule.SETTING_OFF,
                "The update that holds the fix is in, and the setting " + names + " leaves the flaw open.",
                "Set " + wanted(off) + ". Where to look: " + looks(off),
                sources(off));
    }

    private Assessment depends(List<Setting> unseen) {
        return new Assessment(
                cve,
                new Verdict.DependsOnSetting(unseen),
                Rule.SETTING_UNSEEN,
                "The update is in; the fix holds only if " + wanted(unseen) + ", and nobody has looked: "
                        + unseen.getFirst().meaning() + ".",
                "Find out and switch it on: " + looks(unseen),
                sources(unseen));
    }

    private Assessment confirmed(Assessment fixed, List<Setting> lookAt) {
        if (lookAt.isEmpty()) {
            return fixed;
        }
        return new Assessment(
                cve,
                fixed.verdict(),
                fixed.rule(),
                fixed.reason(),
                "The fix can be switched off by the setting " + names(lookAt) + "; make sure that nobody did: "
                        + looks(lookAt),
                fixed.sources());
    }

    private boolean doneByBase(Setting setting) {
        if (branch == null) {
            return false;
        }
        var view = new CatalogueView(catalogue, null);
        var id = branch.id();
        return setting.doneByBaseFrom().stream()
                .anyMatch(from -> from.product().equals(id.product()) && view.ageOf(id) >= view.ageOf(from));
    }

    private List<Setting> ofKind(Setting.Kind kind) {
        return catalogue.settingsOf(cve).stream().filter(s -> s.kind() == kind).toList();
    }

    private String given(Setting setting) {
        return installation.settings().getOrDefault(setting.name(), "");
    }

    private static boolean isProtecting(Setting setting, String value) {
        return setting.protecting().contains(value);
    }

    private String shown(List<Setting> settings) {
        return String.join(
                ", ", settings.stream().map(s -> s.name() + "=" + given(s)).toList());
    }

    static String names(List<Setting> settings) {
        return String.join(", ", settings.stream().map(Setting::name).toList());
    }

    /// `name=value`, the first protecting value in the setting's own order.
    static String wanted(List<Setting> settings) {
        return String.join(" and ", settings.stream().map(SettingRules::wanted).toList());
    }

    private static String wanted(Setting setting) {
        var values =
                setting.values().stream().filter(setting.protecting()::contains).toList();
        return setting.name() + "=" + String.join("|", values);
    }

    private static String looks(List<Setting> settings) {
        return String.join(
                " ", settings.stream().map(s -> closed(s.look())).distinct().toList());
    }

    private static String closed(String sentence) {
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }

    private static List<String> sources(List<Setting> settings) {
        return settings.stream().map(Setting::source).distinct().toList();
    }
}
