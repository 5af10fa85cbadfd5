// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tidemark.fault.TidemarkException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// All commands, and what an error becomes: a sentence and an exit status, never a stack trace for a user's mistake.
public final class CommandTree {
    private static final int BUG = 70;

    private final Invocation invocation;
    private final Packs packs;
    private final String version;
    private final Map<String, Supplier<Object>> subcommands = new LinkedHashMap<>();

    private CommandTree(Invocation invocation, Packs packs, String version) {
        this.invocation = invocation;
        this.packs = packs;
        this.version = version;
        subcommands.put("identify", () -> new IdentifyCommand(invocation, packs));
        subcommands.put("ingest", () -> new IngestCommand(invocation, packs));
        subcommands.put("assess", () -> new AssessCommand(invocation, packs));
        subcommands.put("servers", () -> ServersCommand.tree(invocation, packs));
        subcommands.put("plan", () -> new PlanCommand(invocation, packs));
        subcommands.put("coverage", () -> new CoverageCommand(invocation, packs));
        subcommands.put("hunt", () -> new HuntCommand(invocation, packs));
        subcommands.put("scans", () -> ScansCommand.tree(invocation, packs));
        subcommands.put("trend", () -> new TrendCommand(invocation, packs));
        subcommands.put("owners", () -> OwnersCommand.tree(invocation, packs));
        subcommands.put("queue", () -> new QueueCommand(invocation, packs));
        subcommands.put("notify", () -> NotifyCommand.tree(invocation, packs, version));
        subcommands.put("export", () -> new ExportCommand(invocation, packs, version));
        subcommands.put("rules", () -> RulesCommand.tree(invocation, packs));
        subcommands.put("catalog", () -> CatalogCommand.tree(invocation, packs));
        subcommands.put("simulate", () -> new SimulateCommand(invocation, packs));
        subcommands.put("demo", () -> new DemoCommand(invocation, packs, version));
        subcommands.put("completion", () -> new CompletionCommand(invocation, packs, version));
        subcommands.put("manual", () -> new ManualCommand(invocation, packs, version));
    }

    public static CommandTree of(Invocation invocation, Packs packs, String version) {
        return new CommandTree(invocation, packs, version);
    }

    /// Sets up the one command that is named, for what picocli reads of a command takes longer than most commands
    /// run; all of them where the first word names none.
    public int run(String... args) {
        var words = helpAsOption(args);
        return commandLine(wanted(words)).execute(words);
    }

    /// `tidemark help plan` is `tidemark plan --help`.
    private String[] helpAsOption(String... args) {
        if (args.length == 0 || !args[0].equals("help")) {
            return args;
        }
        var asked = Arrays.stream(args).skip(1);
        return args.length == 1 || subcommands.containsKey(args[1])
                ? Stream.concat(asked, Stream.of("--help")).toArray(String[]::new)
                : asked.toArray(String[]::new);
    }

    private Map<String, Supplier<Object>> wanted(String... args) {
        var first = args.length == 0 ? "" : args[0];
        var named = subcommands.get(first);
        if (named != null) {
            return Map.of(first, named);
        }
        return first.equals("--version") || first.equals("-V") ? Map.of() : subcommands;
    }

    /// The commands as picocli holds them, for completion and manual pages.
    public CommandLine commandLine() {
        return commandLine(subcommands);
    }

    private CommandLine commandLine(Map<String, Supplier<Object>> wanted) {
        var root = new CommandLine(new Root());
        wanted.forEach((name, command) -> root.addSubcommand(name, command.get()));
        root.getCommandSpec().version("tidemark " + version);
        root.setOut(invocation.printer());
        root.setErr(invocation.err());
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setExecutionExceptionHandler((e, _, _) -> told(e, invocation));
        root.setParameterExceptionHandler((e, args) -> {
            var command = e.getCommandLine().getCommandSpec().qualifiedName();
            invocation.err().println(Terminal.safe(String.valueOf(e.getMessage())));
            CommandLine.UnmatchedArgumentException.printSuggestions(e, invocation.err());
            invocation.err().println("`" + command + " --help` shows what there is.");
            if (List.of(args).contains("--json")) {
                Answer.refused(invocation, packs);
            }
            return e.getCommandLine().getCommandSpec().exitCodeOnInvalidInput();
        });
        root.setColorScheme(CommandLine.Help.defaultColorScheme(
                invocation.terminal().colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        root.setUsageHelpWidth(Math.clamp(invocation.terminal().width(), 60, 100));
        return root;
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
