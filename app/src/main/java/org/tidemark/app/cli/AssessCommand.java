// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tidemark.app.report.ReportPage;
import org.tidemark.fault.TidemarkException;
import org.tidemark.run.Compromise;
import org.tidemark.run.Knowledge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Which flaws a server has, with proof.
@Command(
        name = "assess",
        description = "Say which flaws servers have, and why: one installed build, files of scan output, or the store.",
        footer = {
            "",
            "Exit status: 0 when everything asked is FIXED or NOT_APPLICABLE, 1 when anything is open or not"
                    + " decided, 2 for a mistake in what was asked, 3 when part of the input could not be read."
        })
public final class AssessCommand extends PackCommand {
    @Mixin
    BuildOptions build = new BuildOptions();

    @Mixin
    FlawOptions flaws = new FlawOptions();

    @Mixin
    DataOptions data = new DataOptions();

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Also write a report: one HTML file that needs no network.")
    @Nullable
    Path html;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Files and folders to read; - is standard input.")
    List<String> files = new ArrayList<>();

    public AssessCommand(Invocation invocation, Packs packs) {
        super(invocation, packs);
    }

    @Override
    int answer(Answer answer) {
        var knowledge = answer.knowledge();
        flaws.check(knowledge);
        if (html != null) {
            ReportPage.check(html);
        }
        if (build.build != null && !files.isEmpty()) {
            throw TidemarkException.user("--build and FILE are two questions; ask one at a time.");
        }
        if (build.build != null) {
            return new BuildVerdicts(knowledge, build, flaws).answer(answer);
        }
        if (files.isEmpty()) {
            return stored(knowledge, answer);
        }
        return files(knowledge, answer);
    }

    private int stored(Knowledge knowledge, Answer answer) {
        build.refuseForFiles();
        if (!data.exists(invocation)) {
            throw TidemarkException.user(
                    "Say what to assess: --build BUILD, files of scan output, or a store. There is none in "
                            + data.folder(invocation.environment()) + ".");
        }
        try (var store = FollowedStore.openForServers(data, invocation, answer)) {
            var report = report(knowledge);
            var servers = new ServersAnswer(invocation, knowledge, build, flaws, answer, report);
            servers.head();
            var compromise = Compromise.of(store);
            store.servers(server -> servers.add(
                    server.latest(), _ -> true, compromise.of(server.latest().server()), UnaryOperator.identity()));
            return finished(
                    servers,
                    report,
                    List.of(data.folder(invocation.environment()).toString()),
                    0);
        }
    }

    private @Nullable ReportBook report(Knowledge knowledge) {
        return html == null ? null : new ReportBook(knowledge, build.asOf());
    }

    private int finished(ServersAnswer servers, @Nullable ReportBook report, List<String> sources, long skipped) {
        if (report != null && html != null) {
            ReportPage.write(
                    report.finish(
                            "Which servers are vulnerable", invocation, sources, servers.tally(), servers.counts()),
                    html);
        }
        return servers.finish(skipped);
    }

    private int files(Knowledge knowledge, Answer answer) {
        build.refuseForFiles();
        var report = report(knowledge);
        var servers = new ServersAnswer(invocation, knowledge, build, flaws, answer, report);
        try (var gathered = new GatheredServers(invocation, knowledge, GatheredServers.MOST_IN_MEMORY)) {
            var aside = new Reading(invocation, answer, knowledge.identifier(), true).read(files, seen -> {
                if (seen.family() != null || seen.excluded()) {
                    gathered.add(seen);
                } else {
                    servers.add(seen);
                }
            });
            servers.addOthers(aside.unread());
            servers.head();
            gathered.each(servers::add);
            return finished(servers, report, files, aside.skipped());
        }
    }
}
