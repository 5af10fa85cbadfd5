// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tidemark.fault.TidemarkException;
import picocli.CommandLine.Option;

/// Options that every command has.
public final class CommonOptions {
    @Option(names = "--json", description = "Write JSON Lines on standard output.")
    boolean json;

    @Option(names = "--csv", description = "Write the rows as CSV for a spreadsheet.")
    boolean csv;

    @Option(
            names = {"-q", "--quiet"},
            description = "Write nothing but the answer: no progress, no hints.")
    boolean quiet;

    @Option(
            names = "--pack",
            paramLabel = "DIR",
            description = "Use the knowledge pack in this folder instead of the bundled one of the same id.")
    List<Path> packs = new ArrayList<>();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    boolean help;

    /// @throws TidemarkException where two forms of output are asked for at once
    void check() {
        if (json && csv) {
            throw TidemarkException.user("--json and --csv are two forms of the same answer; give one of them.");
        }
    }

    boolean forPeople() {
        return !json && !csv;
    }
}
