// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.io.PrintWriter;
import org.tidemark.fault.TidemarkException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// All commands, and what an error becomes: a sentence and an exit status, never a stack trace for a user's mistake.
public final class CommandTree {
    private static final int BUG = 70;

    private final CommandLine commands;

    private CommandTree(CommandLine commands) {
        this.commands = commands;
    }

    public static CommandTree of(Invocation invocation, Packs packs, String version) {
        var root = new CommandLine(new Root());
        root.addSubcommand(new IdentifyCommand(invocation, packs));
        root.addSubcommand(new IngestCommand(invocation, packs));
        root.addSubcommand(new AssessCommand(invocation, packs));
        root.addSubcommand(new ServersCommand(invocation, packs));
        root.addSubcommand(new PlanCommand(invocation, packs));
        root.addSubcommand(CatalogCommand.tree(invocation, packs));
        root.addSubcommand(new DemoCommand(invocation, packs, version));
        root.addSubcommand(new CompletionCommand(invocation, packs, version));
        root.addSubcommand(new ManualCommand(invocation, packs, version));
        root.getCommandSpec().version("tidemark " + version);
        root.setOut(invocation.printer());
        root.setErr(invocation.err());
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setExecutionExceptionHandler((e, _, _) -> told(e, invocation));
        root.setParameterExceptionHandler((e, _) -> {
            var command = e.getCommandLine().getCommandSpec().qualifiedName();
            invocation.err().println(Terminal.safe(String.valueOf(e.getMessage())));
            CommandLine.UnmatchedArgumentException.printSuggestions(e, invocation.err());
            invocation.err().println("`" + command + " --help` shows what there is.");
            return e.getCommandLine().getCommandSpec().exitCodeOnInvalidInput();
        });
        root.setColorScheme(CommandLine.Help.defaultColorScheme(
                invocation.terminal().colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        root.setUsageHelpWidth(Math.clamp(invocation.terminal().width(), 60, 100));
        return new CommandTree(root);
    }

    public int run(String... args) {
        return commands.execute(args);
    }

    /// The commands as picocli holds them, for completion and manual pages.
    public CommandLine commandLine() {
        return commands;
    }

    private static int told(Exception failure, Invocation invocation) {
        PrintWriter err = invocation.err();
        if (failure instanceof TidemarkException known) {
            String.valueOf(known.getMessage()).lines().map(Terminal::safe).forEach(err::println);
            return known.code().exitStatus();
        }
        err.println("This is a bug in Tidemark. Please report it with the lines below.");
        failure.printStackTrace(err);
        return BUG;
    }

    /// `tidemark` alone shows its help.
    @Command(
            name = "tidemark",
            description = "Which servers are there, which are vulnerable to what, and what exactly must be installed.",
            synopsisSubcommandLabel = "COMMAND")
    static final class Root implements Runnable {
        @CommandLine.Spec
        CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

        @Option(
                names = {"-h", "--help"},
                usageHelp = true,
                description = "Show this help and exit.")
        boolean help;

        @Option(
                names = {"-V", "--version"},
                versionHelp = true,
                description = "Show the version and exit.")
        boolean version;

        @Override
        public void run() {
            if (spec != null) {
                spec.commandLine().usage(spec.commandLine().getOut());
            }
        }
    }
}
