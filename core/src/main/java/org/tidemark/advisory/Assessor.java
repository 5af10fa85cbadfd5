// SPDX-License-Identifier: Apache-2.0
package org.tidemark.advisory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether an installation has a flaw, and why: the truth rules in the order in which they apply.
///
/// 1. Does the pack know the flaw, and was it public on the day that is asked about?
/// 2. Does a statement say that this product, branch or role does not have it?
/// 3. Does something outside the build decide: a setting alone, a file that is not the product's?
/// 4. What do the builds say ([BuildRules])? A set of builds is one verdict only where all its members agree.
///
/// Pure and immutable; asking twice gives the same answer.
public final class Assessor {
    private final Catalogue catalogue;

    public Assessor(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// @param asOf the day whose knowledge is asked for; null for all of it
    public Assessment assess(Installation installation, CveId cve, @Nullable LocalDate asOf) {
        var answer = judge(installation, cve, asOf);
        return answer.withSources(catalogue.spelled(answer.sources()));
    }

    /// The same answer with its sources as the pack's tags: for counting over many flaws and servers.
    public Assessment judge(Installation installation, CveId cve, @Nullable LocalDate asOf) {
        var view = new CatalogueView(catalogue, asOf);
        var advisory = catalogue.advisory(cve);
        if (advisory.isEmpty()) {
            return unknownCve(cve);
        }
        return unpublished(advisory.get(), view)
                .or(() -> stated(installation.subject(), cve, view))
                .or(() -> new SettingRules(catalogue, cve, installation, null).byRole())
                .or(() -> new SettingRules(catalogue, cve, installation, null).alone())
                .or(() -> component(installation, cve, view))
                .orElseGet(() -> byBuilds(view, advisory.get(), installation));
    }

    private Assessment byBuilds(CatalogueView view, Advisory advisory, Installation installation) {
        var cve = advisory.cve();
        var judged = new BuildRules(view, cve, installation).assess();
        return withRole(
                new SettingRules(catalogue, cve, installation, null).orClosedAlone(judged), advisory, installation);
    }

    private Assessment unknownCve(CveId cve) {
        var pack = catalogue.pack();
        return new Assessment(
                cve,
                new Verdict.Unknown("A knowledge pack that knows " + cve + ": the loaded one (" + pack.id() + " "
                        + pack.version() + ", data of " + pack.dataAsOf() + ") does not."),
                Rule.CVE_NOT_IN_PACK,
                "The loaded knowledge pack does not know " + cve
                        + "; that says nothing about whether the server has it.",
                "Check the number, or load a newer pack.",
                List.of());
    }

    private static Optional<Assessment> unpublished(Advisory advisory, CatalogueView view) {
        var cve = advisory.cve();
        if (advisory.recordOnly()) {
            return Optional.of(new Assessment(
                    cve,
                    new Verdict.Unknown("The vendor's advisory of " + cve
                            + ": the pack carries its name for the record, without a day and fixed builds."),
                    Rule.CVE_ON_RECORD_ONLY,
                    cve + " is older than the pack's first advisory; no build can be judged by it.",
                    null,
                    advisory.sources()));
        }
        var published = advisory.published();
        if (published == null || view.knownBy(published)) {
            return Optional.empty();
        }
        return Optional.of(new Assessment(
                cve,
                new Verdict.Unknown(
                        "An answer as of " + published + " or later: " + cve + " was published on that day."),
                Rule.NOT_YET_PUBLISHED,
                "On " + view.asOf() + " nobody had published " + cve + ".",
                null,
                advisory.sources()));
    }

    private static Optional<Assessment> stated(Subject subject, CveId cve, CatalogueView view) {
        if (subject instanceof Subject.Cloud cloud) {
            return Optional.of(cloud(cloud, cve, view));
        }
        return subject.knownProduct()
                .flatMap(product -> view.statementsOn(cve).stream()
                        .filter(statement -> applies(statement, product, subject.knownBranch()))
                        .findFirst()
                        .map(statement -> notApplicable(statement, product)));
    }

    private static boolean applies(NotAffected statement, Product product, Optional<Branch> branch) {
        return statement.branch().product().equals(product.id())
                && (statement.branch().level().isEmpty()
                        || branch.map(b -> b.id().equals(statement.branch())).orElse(false));
    }

    private static Assessment notApplicable(NotAffected statement, Product product) {
        var firmness = switch (statement.strength()) {
            case NOT_AFFECTED -> product.name() + " does not have this flaw, as its source states: ";
            case NOT_BELIEVED ->
                "The vendor does not believe that " + product.name()
                        + " has this flaw, which is weaker than saying that it has not: ";
            case PROTECTED ->
                product.name() + " was already protected when this was published; whether it ever had the"
                        + " flaw is not said: ";
        };
        return new Assessment(
                statement.cve(),
                new Verdict.NotApplicable(statement.by()),
                Rule.NOT_AFFECTED_STATEMENT,
                firmness + statement.words() + " (" + statement.said() + ").",
                null,
                List.of(statement.by()));
    }

    private static Assessment cloud(Subject.Cloud cloud, CveId cve, CatalogueView view) {
        return view.statementsOn(cve).stream()
                .filter(statement -> applies(statement, cloud.product(), Optional.empty()))
                .findFirst()
                .map(statement -> notApplicable(statement, cloud.product()))
                .orElseGet(() -> new Assessment(
                        cve,
                        new Verdict.NotApplicable("the pack"),
                        Rule.CLOUD_SERVICE,
                        cloud.build() + " is a build of " + cloud.product().name()
                                + ", which the vendor runs and updates; this catalogue is of servers that their"
                                + " owners update.",
                        null,
                        List.of()));
    }

    private Optional<Assessment> component(Installation installation, CveId cve, CatalogueView view) {
        var rows = view.fixesOf(cve).stream()
                .filter(fix -> fix.kind() == Fix.Kind.COMPONENT)
                .toList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var settings = catalogue.settingsOf(cve).stream()
                .filter(s -> s.kind() == Setting.Kind.MUST_BE_ON)
                .toList();
        boolean seen = settings.stream().anyMatch(s -> installation.settings().containsKey(s.name()));
        var row = rows.getFirst();
        if (seen) {
            return Optional.of(new SettingRules(catalogue, cve, installation, null).insteadOfUpdate(row));
        }
        if (row.packages().provenBy(installation.packages())) {
            return Optional.of(new Assessment(
                    cve,
                    new Verdict.Fixed(row.packages().display()),
                    Rule.INSTALLED_PACKAGE,
                    row.packages().display() + " is installed, which brings the repaired file.",
                    null,
                    List.of(row.source())));
        }
        var how = settings.isEmpty() ? "" : " Or say what it is with --setting " + SettingRules.wanted(settings) + ".";
        return Optional.of(new Assessment(
                cve,
                new Verdict.Unknown(row.component() + "." + how),
                Rule.COMPONENT_OUTSIDE_PRODUCT,
                "A file outside the product decides this flaw; no build of the product can.",
                "Look at the file: " + row.component() + ".",
                List.of(row.source())));
    }

    /// A role that is needed to reach a flaw goes into the reason and changes nothing else.
    private Assessment withRole(Assessment assessment, Advisory advisory, Installation installation) {
        var words = new StringBuilder(assessment.reason());
        if (!advisory.role().isEmpty() && !assessment.kind().isSettledSafe()) {
            words.append(" It is reached through this role: ")
                    .append(advisory.role())
                    .append('.');
        }
        for (var setting : catalogue.settingsOf(advisory.cve())) {
            var value = installation.settings().getOrDefault(setting.name(), "");
            if (setting.kind() == Setting.Kind.REACHABILITY_ONLY && !value.isEmpty()) {
                words.append(" Given: ")
                        .append(setting.name())
                        .append('=')
                        .append(value)
                        .append("; it says who can reach the flaw and does not change the verdict.");
            }
        }
        return words.length() == assessment.reason().length() ? assessment : assessment.withReason(words.toString());
    }
}
