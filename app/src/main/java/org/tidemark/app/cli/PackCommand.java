// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/// A command that answers from the knowledge packs: loads them, answers, and leaves a summary whatever happens.
abstract class PackCommand implements Callable<Integer> {
    final Invocation invocation;
    private final Packs packs;

    @Mixin
    CommonOptions common = new CommonOptions();

    PackCommand(Invocation invocation, Packs packs) {
        this.invocation = invocation;
        this.packs = packs;
    }

    /// Answers, and gives the exit status.
    abstract int answer(Answer answer);

    @Override
    public final Integer call() {
        try (var answer = Answer.begin(invocation, common, packs)) {
            return answer(answer);
        }
    }
}
