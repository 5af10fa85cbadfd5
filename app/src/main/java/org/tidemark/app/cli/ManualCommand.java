// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tidemark.fault.ErrorCode;
import org.tidemark.fault.TidemarkException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Writes the manual pages and the completion script; the build calls it.
@Command(name = "manual", hidden = true, description = "Write the manual pages and the completion script to a folder.")
final class ManualCommand implements Callable<Integer> {
    private final Invocation invocation;
    private final Packs packs;
    private final String version;

    @Parameters(paramLabel = "DIR", description = "The folder; man1/ and completion/ are made in it.")
    Path folder = Path.of(".");

    ManualCommand(Invocation invocation, Packs packs, String version) {
        this.invocation = invocation;
        this.packs = packs;
        this.version = version;
    }

    @Override
    public Integer call() {
        var root = CommandTree.of(invocation, packs, version).commandLine();
        try {
            Files.createDirectories(folder.resolve("man1"));
            pages(root);
            Files.createDirectories(folder.resolve("completion"));
            Files.writeString(
                    folder.resolve("completion").resolve("tidemark"),
                    CompletionCommand.script(root),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new TidemarkException(
                    ErrorCode.EXTERNAL, "The manual cannot be written to " + folder + ": " + e.getMessage(), e);
        }
        return 0;
    }

    private void pages(CommandLine command) throws IOException {
        var spec = command.getCommandSpec();
        if (spec.usageMessage().hidden()) {
            return;
        }
        var page = new ManualPage(spec);
        Files.writeString(
                folder.resolve("man1").resolve(page.name() + ".1"),
                page.roff(version, invocation.today().toString()),
                StandardCharsets.UTF_8);
        for (var sub : command.getSubcommands().values()) {
            pages(sub);
        }
    }
}
