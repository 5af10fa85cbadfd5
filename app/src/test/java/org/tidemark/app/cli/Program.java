// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.app.BundledPacks;
import org.tidemark.run.Knowledge;

/// The program as the tests run it: inside this process, with the bundled packs, on a day of their own.
final class Program {
    private static final Knowledge KNOWLEDGE = new BundledPacks(Program.class.getClassLoader()).load(List.of());

    private final Path data;
    private final Packs packs;
    private final Clock clock;

    Program(Path data) {
        this(data, _ -> KNOWLEDGE, Instant.parse("2026-11-24T08:00:00Z"));
    }

    private Program(Path data, Packs packs, Instant now) {
        this.data = data;
        this.packs = packs;
        this.clock = Clock.fixed(now, ZoneOffset.UTC);
    }

    /// The same on another day.
    Program at(String now) {
        return new Program(data, packs, Instant.parse(now));
    }

    /// The same, which loads the packs that it is asked for.
    Program loadingItself() {
        return new Program(data, new BundledPacks(Program.class.getClassLoader()), clock.instant());
    }

    /// What a run answered.
    record Run(int exit, List<String> out, String err) {
        /// The rows of a type.
        List<String> rows(String type) {
            return out.stream()
                    .filter(line -> line.startsWith("{\"type\":\"" + type + "\""))
                    .toList();
        }

        String summary() {
            return rows("summary").getFirst();
        }
    }

    Run json(Object... arguments) {
        return given("", arguments);
    }

    /// A run with something on standard input.
    Run given(String input, Object... arguments) {
        return run("--json", input, arguments);
    }

    /// A run for a spreadsheet.
    Run csv(Object... arguments) {
        return run("--csv", "", arguments);
    }

    /// A run for people, at a terminal of so many columns.
    Run text(int columns, String locale, Object... arguments) {
        return run(Map.of("COLUMNS", String.valueOf(columns), "LANG", locale), "", "", arguments);
    }

    private Run run(String form, String input, Object... arguments) {
        return run(Map.of(), form, input, arguments);
    }

    private Run run(Map<String, String> terminal, String form, String input, Object... arguments) {
        var environment = new HashMap<>(terminal);
        environment.put("TIDEMARK_DATA", data.toString());
        var all = new ArrayList<String>();
        for (var argument : arguments) {
            all.add(argument.toString());
        }
        if (!form.isEmpty()) {
            all.add(form);
        }
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var invocation = new Invocation(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                out,
                new PrintWriter(err, true, StandardCharsets.UTF_8),
                environment,
                false,
                clock);
        int exit = CommandTree.of(invocation, packs, "test").run(all.toArray(String[]::new));
        return new Run(
                exit, out.toString(StandardCharsets.UTF_8).lines().toList(), err.toString(StandardCharsets.UTF_8));
    }
}
