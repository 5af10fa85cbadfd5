// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Prints the completion script of the shell.
@Command(name = "completion", description = "Print a completion script for bash and zsh: source <(tidemark completion)")
final class CompletionCommand implements Callable<Integer> {
    private final Invocation invocation;
    private final Packs packs;
    private final String version;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    boolean help;

    CompletionCommand(Invocation invocation, Packs packs, String version) {
        this.invocation = invocation;
        this.packs = packs;
        this.version = version;
    }

    @Override
    public Integer call() {
        var people = invocation.printer();
        people.print(script(CommandTree.of(invocation, packs, version).commandLine()));
        people.flush();
        return 0;
    }

    static String script(CommandLine root) {
        return AutoComplete.bash("tidemark", root);
    }
}
