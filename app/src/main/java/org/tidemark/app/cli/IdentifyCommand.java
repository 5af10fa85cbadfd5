// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.exposure.Flag;
import org.tidemark.exposure.Observation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Which servers are there, on which build: what each record of scan output and inventories means.
@Command(
        name = "identify",
        description = "Say which server and build each record shows, and how sure that is. Formats are recognised by"
                + " their content.")
public final class IdentifyCommand extends PackCommand {
    @Option(names = "--known-only", description = "Leave out records of nothing that a pack knows.")
    boolean knownOnly;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files and folders to read; - is standard input.")
    List<String> files = new ArrayList<>();

    public IdentifyCommand(Invocation invocation, Packs packs) {
        super(invocation, packs);
    }

    @Override
    int answer(Answer answer) {
        var knowledge = answer.knowledge();
        var tally = new Tally();
        var lines = new Lines(answer.people(), answer.terminal(), 22, 13, 10);
        if (answer.forPeople()) {
            lines.head("SERVER", "BUILD", "BRANCH", "HOW SURE, BY WHAT");
        }
        var aside = new Reading(invocation, answer, knowledge.identifier(), knownOnly).read(files, seen -> {
            tally.add(seen);
            if (!knownOnly || seen.family() != null) {
                tell(answer, lines, seen);
            }
        });
        tally.addOthers(aside.unread());
        if (answer.forPeople()) {
            answer.people().println(tally.words());
        }
        return answer.finish(Row.of("summary")
                .put("observations", tally.known() + tally.others() + sum(tally))
                .put("families", tally.families())
                .put("others", tally.others())
                .put("excluded", tally.excluded())
                .put("skipped", aside.skipped()));
    }

    private static long sum(Tally tally) {
        return tally.excluded().values().stream().mapToLong(Long::longValue).sum();
    }

    private static void tell(Answer answer, Lines lines, Observation seen) {
        answer.row(ServerRows.observation(seen));
        if (answer.forPeople()) {
            var flags = String.join(" ", seen.flags().stream().map(Flag::id).toList());
            lines.row(
                    seen.server().display(),
                    seen.build() == null ? "-" : seen.build().toString(),
                    branch(seen),
                    seen.confidence().id() + " " + seen.method() + (flags.isEmpty() ? "" : " [" + flags + "]"));
        }
    }

    private static String branch(Observation seen) {
        var subject = seen.subject();
        if (subject != null) {
            return subject.knownBranch()
                    .map(branch -> branch.id().toString())
                    .orElseGet(() ->
                            seen.product() == null ? "several" : seen.product().id());
        }
        return seen.family() == null ? "-" : seen.family();
    }
}
