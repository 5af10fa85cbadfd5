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
        return html("report.jte", report);
    }

    public static String html(HuntReport report) {
        return html("hunt.jte", report);
    }

    public static String html(TrendPage report) {
        return html("trend.jte", report);
    }

    private static String html(String template, Object report) {
        var page = new StringOutput(1 << 16);
        TemplateEngine.createPrecompiled(ContentType.Html).render(template, report, page);
        return PlainText.printable(page.toString());
    }

    /// For a look before the work: whether a report could be written there.
    ///
    /// @throws TidemarkException where it could not
    public static void check(Path file) {
        check(file, "The report", "--html");
    }

    /// @param what what would be written
    /// @param option the option that names the file
    /// @throws TidemarkException where it could not
    public static void check(Path file, String what, String option) {
        var folder = file.toAbsolutePath().getParent();
        if (folder == null || Files.isDirectory(file)) {
            throw refused(file, what, option, "it is a folder");
        }
        if (!Files.isDirectory(folder)) {
            throw refused(file, what, option, "there is no folder " + folder);
        }
        if (!Files.isWritable(Files.exists(file) ? file : folder)) {
            throw refused(file, what, option, "you may not write there");
        }
    }

    private static TidemarkException refused(Path file, String what, String option, String why) {
        return TidemarkException.user(
                what + " cannot be written to " + file + ": " + why + ". Name another file with " + option + ".");
    }

    /// @throws TidemarkException where the file cannot be written
    public static void write(Report report, Path file) {
        write(html(report), file);
    }

    /// @throws TidemarkException where the file cannot be written
    public static void write(HuntReport report, Path file) {
        write(html(report), file);
    }

    /// @param page a whole page, or a drawing
    /// @throws TidemarkException where the file cannot be written
    public static void write(String page, Path file) {
        try {
            Files.writeString(file, page, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new TidemarkException(
                    ErrorCode.EXTERNAL, "The report cannot be written to " + file + ": " + e.getMessage(), e);
        }
    }
}
