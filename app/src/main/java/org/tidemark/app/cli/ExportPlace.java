// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tidemark.app.report.ReportPage;
import org.tidemark.fault.ErrorCode;
import org.tidemark.fault.TidemarkException;

/// Where an export goes: one file, or a folder in which files have names of their own.
///
/// A path is a file's where its name ends like one and no folder is there; any other is a folder's.
final class ExportPlace {
    private static final List<String> ENDINGS = List.of(".json", ".jsonl", ".csv");

    private final Path path;
    private final boolean isFile;

    private ExportPlace(Path path, boolean isFile) {
        this.path = path;
        this.isFile = isFile;
    }

    /// For a look before the work.
    ///
    /// @throws TidemarkException where the format cannot be written there
    static ExportPlace of(Path path, ExportFormat format) {
        var name =
                path.getFileName() == null ? "" : path.getFileName().toString().toLowerCase(Locale.ROOT);
        var ending = ENDINGS.stream().filter(name::endsWith).findFirst();
        if (ending.isEmpty() || Files.isDirectory(path)) {
            return new ExportPlace(folder(path), false);
        }
        if (!format.endings().contains(ending.get())) {
            throw TidemarkException.user(
                    format.endings().isEmpty()
                            ? "The names of " + format.id()
                                    + " documents are fixed by their standard; name a folder with" + " --out."
                            : "The format " + format.id() + " is written to files named *"
                                    + String.join(" or *", format.endings())
                                    + ", or to a folder; name one with --out.");
        }
        ReportPage.check(path, "The export", "--out");
        return new ExportPlace(path, true);
    }

    private static Path folder(Path path) {
        if (path.toString().isEmpty()) {
            throw TidemarkException.user("--out names no folder; '.' is the current one.");
        }
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw TidemarkException.user(
                    Terminal.safe(path.toString()) + " is a file whose name ends like none of an export; name a folder,"
                            + " or a file like *.json, with --out.");
        }
        return path;
    }

    /// The folder, made where there is none; empty where the export is one file.
    Optional<Path> folder() {
        if (isFile) {
            return Optional.empty();
        }
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new TidemarkException(
                    ErrorCode.EXTERNAL, "The folder " + Terminal.safe(path.toString()) + " cannot be made.", e);
        }
        return Optional.of(path);
    }

    /// The file, by its name or of this name in the folder.
    Path file(String name) {
        return folder().map(folder -> folder.resolve(name)).orElse(path);
    }

    /// Whether a file of this ending is wanted: in a folder each is.
    boolean takes(String ending) {
        return !isFile || path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }

    /// Whether it is one file of JSON Lines.
    boolean isLines() {
        return isFile && takes(".jsonl");
    }
}
