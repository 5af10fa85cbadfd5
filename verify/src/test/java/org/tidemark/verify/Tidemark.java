// SPDX-License-Identifier: Apache-2.0
package org.tidemark.verify;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.tidemark.app.BundledPacks;
import org.tidemark.app.cli.CommandTree;
import org.tidemark.app.cli.Invocation;

/// The program in this process, on a fixed day and with a terminal of 80 columns.
final class Tidemark {
    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private Tidemark() {}

    /// What a run wrote and how it ended.
    record Result(int status, String out, String err) {}

    static Result run(String... arguments) {
        return run("", Map.of(), arguments);
    }

    static Result run(String input, Map<String, String> environment, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new StringWriter();
        var all = new java.util.HashMap<>(Map.of("COLUMNS", "80"));
        all.putAll(environment);
        var invocation = new Invocation(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                out,
                new PrintWriter(err, true),
                all,
                false,
                Clock.fixed(NOW, ZoneOffset.UTC));
        var packs = new BundledPacks(Tidemark.class.getClassLoader());
        int status = CommandTree.of(invocation, packs, "test").run(arguments);
        return new Result(status, out.toString(StandardCharsets.UTF_8), err.toString());
    }
}
