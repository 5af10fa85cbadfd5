// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tidemark.fault.ErrorCode;
import org.tidemark.fault.TidemarkException;

/// Writes a report as one HTML file. The template is compiled by the build and escapes by context.
public final class ReportPage {
    private ReportPage() {}

    public static String html(Report report) {
        var page = new StringOutput(1 << 16);
        TemplateEngine.createPrecompiled(ContentType.Html).render("report.jte", report, page);
        return page.toString();
    }

    /// For a look before the work: whether a report could be written there.
    ///
    /// @throws TidemarkException where it could not
    public static void check(Path file) {
        var folder = file.toAbsolutePath().getParent();
        if (folder == null || Files.isDirectory(file)) {
            throw refused(file, "it is a folder");
        }
        if (!Files.isDirectory(folder)) {
            throw refused(file, "there is no folder " + folder);
        }
        if (!Files.isWritable(Files.exists(file) ? file : folder)) {
            throw refused(file, "you may not write there");
        }
    }

    private static TidemarkException refused(Path file, String why) {
        return TidemarkException.user(
                "The report cannot be written to " + file + ": " + why + ". Name another file with --html.");
    }

    /// @throws TidemarkException where the file cannot be written
    public static void write(Report report, Path file) {
        try {
            Files.writeString(file, html(report), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new TidemarkException(
                    ErrorCode.EXTERNAL, "The report cannot be written to " + file + ": " + e.getMessage(), e);
        }
    }
}
