// SPDX-License-Identifier: Apache-2.0
package org.tidemark.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.pack.Loaded;
import org.tidemark.adapter.pack.PackFiles;
import org.tidemark.adapter.pack.PackReader;
import org.tidemark.advisory.Assessor;
import org.tidemark.advisory.Installation;
import org.tidemark.advisory.SubjectReader;
import org.tidemark.plan.FrameworkVersion;
import org.tidemark.plan.Plan;
import org.tidemark.plan.Planner;
import org.tidemark.plan.Platform;
import org.tidemark.plan.Question;
import org.tidemark.plan.Step;

/// Asks the planner about the Exchange pack, and writes its steps as the tables do.
final class PlanCases {
    static final Loaded.Usable EXCHANGE = PackReader.read(
                    PackFiles.bundled(PlanCases.class.getClassLoader(), "exchange"))
            .usableOrThrow();
    static final SubjectReader SUBJECTS = new SubjectReader(EXCHANGE.catalogue());
    static final Assessor ASSESSOR = new Assessor(EXCHANGE.catalogue());
    private static final Planner PLANNER = new Planner(EXCHANGE.catalogue(), ASSESSOR, EXCHANGE.upgrades());

    private PlanCases() {}

    static Plan plan(Installation installation, String dotnet, String windows, LocalDate day) {
        return PLANNER.plan(new Question(
                installation,
                or(dotnet, FrameworkVersion::parse),
                or(windows, Platform::parse),
                LocalDate.of(2026, 11, 24),
                day));
    }

    private static <T> @Nullable T or(String text, java.util.function.Function<String, java.util.Optional<T>> parse) {
        return text.isEmpty() ? null : parse.apply(text).orElseThrow();
    }

    static Installation installation(String build, Set<String> packages, Map<String, String> settings) {
        return new Installation(SUBJECTS.read(build).orElseThrow(), packages, settings);
    }

    static String written(List<Step> steps) {
        return steps.stream().map(PlanCases::written).collect(Collectors.joining("; "));
    }

    private static String written(Step step) {
        var action = step.action().id();
        return switch (step.action()) {
            case INSTALL_UPDATE -> action + " " + (step.kb() == null ? "" : step.kb()) + ">" + step.toBuild();
            case UPGRADE, MIGRATE -> action + " " + step.toBranch();
            case CHECK, PREPARE_DIRECTORY, RESTART -> action;
            case INSTALL_FRAMEWORK, MITIGATE, ENABLE_SETTING -> action + " " + step.to();
        };
    }
}
