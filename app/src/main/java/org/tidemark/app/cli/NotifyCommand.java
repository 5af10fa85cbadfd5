// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Telling the owners of servers, and knowing whether it arrived.
@Command(name = "notify", description = "Tell the owners of servers, and know whether it arrived.")
public final class NotifyCommand implements Runnable {
    @Spec
    @Nullable
    CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    boolean help;

    private NotifyCommand() {}

    static CommandLine tree(Invocation invocation, Packs packs) {
        var tree = new CommandLine(new NotifyCommand());
        tree.addSubcommand(new NotifyBounces(invocation, packs));
        return tree;
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }
}
