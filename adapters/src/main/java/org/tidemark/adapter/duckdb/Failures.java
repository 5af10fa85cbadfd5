// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.duckdb;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.tidemark.fault.ErrorCode;
import org.tidemark.fault.TidemarkException;

/// Failures of the database as sentences. The driver has no codes, so its messages are read.
final class Failures {
    private static final Pattern PROCESS = Pattern.compile("\\(PID ([0-9]+)\\)");
    private static final List<String> IN_USE =
            List.of("Could not set lock on file", "being used by another process", "already open in");
    private static final List<String> DAMAGED = List.of(
            "not a valid DuckDB database file",
            "Corrupt",
            "checksum",
            "Could not read enough bytes",
            "Failure while replaying WAL",
            "Is a directory");

    private Failures() {}

    static TidemarkException of(Path file, SQLException e) {
        var said = e.getMessage() == null ? e.toString() : e.getMessage();
        return new TidemarkException(ErrorCode.EXTERNAL, sentence(file, said), e);
    }

    static TidemarkException external(String sentence) {
        return new TidemarkException(ErrorCode.EXTERNAL, sentence);
    }

    private static String sentence(Path file, String said) {
        if (hasOneOf(said, IN_USE)) {
            var process = PROCESS.matcher(said);
            return "The store " + file + " is in use by another process"
                    + (process.find() ? " (" + process.group(1) + ")" : "")
                    + "; wait until it has ended, or name another folder with --data.";
        }
        if (said.contains("with version number")) {
            return "The store " + file + " was written by a newer DuckDB; use the version of Tidemark that wrote it.";
        }
        if (hasOneOf(said, DAMAGED)) {
            return "The store " + file + " is damaged, or is no store of Tidemark; put a copy back, or move it away and"
                    + " import the files again.";
        }
        var first = said.lines().findFirst().orElse(said);
        return "The store " + file + " cannot go on: " + first;
    }

    private static boolean hasOneOf(String said, List<String> parts) {
        return parts.stream().anyMatch(said::contains);
    }
}
