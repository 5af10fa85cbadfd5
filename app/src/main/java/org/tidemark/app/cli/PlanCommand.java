// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.fault.TidemarkException;
import org.tidemark.plan.FrameworkVersion;
import org.tidemark.plan.Plan;
import org.tidemark.plan.Platform;
import org.tidemark.plan.Question;
import org.tidemark.plan.Step;
import org.tidemark.run.Knowledge;
import org.tidemark.run.Knowledge.Recognised;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What exactly must be installed, in which order.
@Command(
        name = "plan",
        description = "Say what to install on a build, in which order, and how it gets to a supported product.",
        footer = {
            "",
            "Exit status: 0 when there is nothing to do, 1 when the plan has steps, 2 for a mistake in what was asked."
        })
public final class PlanCommand extends PackCommand {
    @Mixin
    BuildOptions build = new BuildOptions();

    @Option(
            names = "--windows",
            paramLabel = "VERSION",
            description = "The operating system, like 2016, 'Windows Server 2012 R2' or WS2019.")
    @Nullable
    String windows;

    @Option(
            names = "--dotnet",
            paramLabel = "VERSION",
            description = "The installed .NET Framework, like 4.7.2. Without it the plan assumes the lowest that the"
                    + " build supports.")
    @Nullable
    String dotnet;

    public PlanCommand(Invocation invocation, Packs packs) {
        super(invocation, packs);
    }

    @Override
    int answer(Answer answer) {
        var knowledge = answer.knowledge();
        if (build.build == null) {
            throw TidemarkException.user("Say what to plan for: --build BUILD.");
        }
        return answer(knowledge, answer);
    }

    private int answer(Knowledge knowledge, Answer answer) {
        var read = build.recognise(knowledge);
        refuseBeforeRelease(read);
        var planner = read.family().planner();
        var question =
                new Question(build.installation(read), framework(), platform(read), invocation.today(), build.asOf());
        var plan = planner.plan(question);
        if (!plan.isEmpty()) {
            answer.found();
        }
        if (common.csv) {
            plan.now().forEach(step -> answer.row(PlanRows.step("now", step)));
            plan.road().forEach(step -> answer.row(PlanRows.step("road", step)));
        } else {
            answer.row(PlanRows.plan(
                    read.subject(), plan, read.family().catalogue().pack()));
        }
        if (answer.forPeople()) {
            new PlanText(answer, read).print(plan);
        }
        return answer.finish(counts(plan));
    }

    private static Row counts(Plan plan) {
        return Row.of("summary")
                .put("steps", plan.now().size() + plan.road().size())
                .put(
                        "closes",
                        plan.now().stream()
                                .map(Step::closes)
                                .flatMap(List::stream)
                                .distinct()
                                .count())
                .put("leavesOpen", plan.leavesOpen().size());
    }

    /// A build that was not out on the day asked about: there is no plan of that day for it.
    private void refuseBeforeRelease(Recognised read) {
        var day = build.asOf();
        read.subject()
                .knownRelease()
                .filter(release -> day != null && !release.outBy(day))
                .ifPresent(release -> {
                    throw TidemarkException.user(release.name() + " came out on " + release.released() + ", after "
                            + day + "; ask for a later day or for the build of that time.");
                });
    }

    private @Nullable FrameworkVersion framework() {
        var text = dotnet;
        if (text == null) {
            return null;
        }
        return FrameworkVersion.parse(text)
                .orElseThrow(() -> TidemarkException.user(
                        "'" + Terminal.safe(text) + "' is no version of the .NET Framework; give one like 4.7.2."));
    }

    private @Nullable Platform platform(Recognised read) {
        var text = windows;
        if (text == null) {
            return null;
        }
        var known = read.family().planner().facts().platforms();
        var names = known.isEmpty()
                ? ""
                : " Known are: "
                        + String.join(", ", known.stream().map(Platform::name).toList()) + ".";
        return Platform.parse(text)
                .filter(platform -> known.isEmpty() || known.contains(platform))
                .orElseThrow(() -> TidemarkException.user("'" + Terminal.safe(text)
                        + "' is no version of Windows Server that this pack speaks of." + names));
    }
}
