// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

/// Everything that a command takes from the process around it.
///
/// @param interactive whether standard output is a terminal
public record Invocation(
        InputStream in,
        OutputStream out,
        PrintWriter err,
        Map<String, String> environment,
        boolean interactive,
        Clock clock) {
    public Invocation {
        environment = Map.copyOf(environment);
    }

    public Terminal terminal() {
        return Terminal.of(environment, interactive);
    }

    /// Whether somebody watches standard error.
    boolean watched() {
        return interactive;
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    PrintWriter printer() {
        return new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), false);
    }
}
