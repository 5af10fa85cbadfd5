// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tidemark.fault.ErrorCode;
import org.tidemark.fault.TidemarkException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Shows the program on bundled examples: the very commands that a user would type, with their output.
@Command(
        name = "demo",
        description =
                "Show what Tidemark does, on bundled examples: import scan files, judge servers, explain a verdict,"
                        + " plan an update, write a report. Needs no network and leaves your own data alone.")
public final class DemoCommand implements Callable<Integer> {
    private static final String EVIDENCE = "evidence";

    private final Invocation invocation;
    private final Packs packs;
    private final String version;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where examples, store and report go; a new folder for temporary files if not given.")
    @Nullable
    Path out;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    boolean help;

    public DemoCommand(Invocation invocation, Packs packs, String version) {
        this.invocation = invocation;
        this.packs = packs;
        this.version = version;
    }

    @Override
    public Integer call() {
        var folder = folder();
        var examples = folder.resolve("examples");
        unpack(folder, examples);
        var evidence = folder.resolve(EVIDENCE);
        var data = folder.resolve("data").toString();
        var report = folder.resolve("report.html");
        show(
                "Import scan output of several tools. Formats are recognised by their content.",
                "ingest",
                examples.toString(),
                "--data",
                data,
                "--quiet");
        show(
                "Which servers are there, and what is open on them?",
                "assess",
                "--data",
                data,
                "--campaign",
                "proxylogon,proxyshell",
                "--html",
                report.toString());
        show(
                "Why? A build that looks patched, and what its number does not prove.",
                "assess",
                "--build",
                "15.1.1847.12",
                "--cve",
                "CVE-2020-0688");
        show(
                "What exactly must be installed? The question as it stood on 9 March 2021.",
                "plan",
                "--build",
                "15.1.1979.3",
                "--as-of",
                "2021-03-09");
        show(
                "Was a server broken into? Collected logs of two of them.",
                "hunt",
                evidence.toString(),
                "--campaign",
                "proxylogon");
        var people = invocation.printer();
        people.println("The report, one file that needs no network: " + report);
        people.flush();
        return 0;
    }

    private Path folder() {
        try {
            return out == null ? Files.createTempDirectory("tidemark-demo-") : Files.createDirectories(out);
        } catch (IOException e) {
            throw new TidemarkException(
                    ErrorCode.EXTERNAL, "The folder for the demo cannot be made: " + e.getMessage(), e);
        }
    }

    private static void unpack(Path folder, Path examples) {
        try {
            var names = new String(example("files.txt"), StandardCharsets.UTF_8);
            for (var name : names.lines().toList()) {
                var file = (name.startsWith(EVIDENCE) ? folder : examples).resolve(name);
                Files.createDirectories(file.getParent());
                Files.write(file, example(name));
            }
        } catch (IOException e) {
            throw new TidemarkException(ErrorCode.EXTERNAL, "The examples cannot be written to " + folder + ".", e);
        }
    }

    private static byte[] example(String name) throws IOException {
        try (var in = DemoCommand.class.getClassLoader().getResourceAsStream("examples/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the example " + name + " was not packaged");
            }
            return in.readAllBytes();
        }
    }

    private void show(String what, String... arguments) {
        var terminal = invocation.terminal();
        PrintWriter people = invocation.printer();
        people.println(terminal.paint(Terminal.Ink.STRONG, what));
        people.println("$ tidemark " + String.join(" ", arguments));
        people.println();
        people.flush();
        int status = CommandTree.of(invocation, packs, version).run(arguments);
        if (status != 0 && status != 1) {
            throw new TidemarkException(
                    ErrorCode.EXTERNAL, "The demo stopped: the command above ended with " + status + ".");
        }
        people.println();
        people.flush();
    }
}
