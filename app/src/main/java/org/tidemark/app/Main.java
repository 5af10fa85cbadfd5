// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.tidemark.app.cli.CommandTree;
import org.tidemark.app.cli.Invocation;

/// The entry point: takes the process's streams, environment and clock, and hands them to the commands.
public final class Main {
    private static final int BUFFER = 1 << 16;

    private Main() {}

    public static void main(String[] args) {
        var answer = new AnswerStream(new FileOutputStream(FileDescriptor.out));
        var out = new BufferedOutputStream(answer, BUFFER);
        var err = new PrintWriter(
                new OutputStreamWriter(new FileOutputStream(FileDescriptor.err), StandardCharsets.UTF_8), true);
        var invocation = new Invocation(System.in, out, err, System.getenv(), isInteractive(), Clock.systemUTC());
        int status = CommandTree.of(invocation, new BundledPacks(Main.class.getClassLoader()), version())
                .run(args);
        System.exit(answer.finish(out, err, status));
    }

    // Since JDK 25 the default console is null again where standard input or output is no terminal.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isInteractive() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    private static String version() {
        var version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "(development)" : version;
    }
}
