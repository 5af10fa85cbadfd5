// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.util.concurrent.Callable;
import org.tidemark.fault.TidemarkException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Which flaws a server has, with proof.
@Command(
        name = "assess",
        description = "Say which flaws an installed build has, and why.",
        footer = {
            "",
            "Exit status: 0 when everything asked is FIXED or NOT_APPLICABLE, 1 when anything is open or not decided,",
            "2 for a mistake in what was asked, 3 when part of the input could not be read."
        })
public final class AssessCommand implements Callable<Integer> {
    private final Invocation invocation;
    private final Packs packs;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    BuildOptions build = new BuildOptions();

    @Mixin
    FlawOptions flaws = new FlawOptions();

    public AssessCommand(Invocation invocation, Packs packs) {
        this.invocation = invocation;
        this.packs = packs;
    }

    @Override
    public Integer call() {
        var knowledge = packs.load(common.packs);
        flaws.check(knowledge);
        try (var answer = new Answer(invocation, common, knowledge)) {
            if (build.build == null) {
                throw TidemarkException.user("Say what to assess: --build BUILD.");
            }
            return new BuildVerdicts(knowledge, build, flaws).answer(answer);
        }
    }
}
