// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.published.PublishedCount;
import org.tidemark.adapter.published.PublishedFile;
import org.tidemark.app.report.ReportPage;
import org.tidemark.app.report.TrendSvg;
import org.tidemark.fault.ErrorCode;
import org.tidemark.fault.TidemarkException;
import picocli.CommandLine.Option;

/// Pictures of an answer, and what to draw beside it.
final class DrawingOptions {
    private static final String STANDARD_OUTPUT = "-";

    @Option(
            names = "--svg",
            paramLabel = "FILE",
            arity = "0..1",
            fallbackValue = STANDARD_OUTPUT,
            description = "Draw the vulnerable servers as one SVG file; without FILE it goes to standard output.")
    @Nullable
    String svg;

    @Option(
            names = "--draw",
            paramLabel = "WHAT",
            description = "What --svg draws: open, how many servers are vulnerable (if not given);"
                    + " cohort, what became of those that were so at first; survival, how long they stayed so.")
    @Nullable
    What what;

    /// What a drawing can show.
    enum What {
        OPEN,
        COHORT,
        SURVIVAL
    }

    @Option(
            names = "--html",
            paramLabel = "FILE",
            arity = "0..1",
            fallbackValue = STANDARD_OUTPUT,
            description = "Write a report: one HTML file that needs no network; without FILE it goes to standard"
                    + " output.")
    @Nullable
    String html;

    @Option(
            names = "--beside",
            paramLabel = "FILE",
            description = "Draw what others counted beside it: CSV with the columns date,value,label,source.")
    @Nullable
    Path beside;

    /// For a look before the work.
    ///
    /// @throws TidemarkException where two answers would go to standard output, or a file cannot be written
    void check(CommonOptions common) {
        if (what != null && svg == null) {
            throw TidemarkException.user("--draw says what --svg draws; give that too.");
        }
        if (STANDARD_OUTPUT.equals(svg) && STANDARD_OUTPUT.equals(html)) {
            throw TidemarkException.user(
                    "--svg and --html cannot both go to standard output; give one of them a file.");
        }
        if (toStandardOutput() && !common.forPeople()) {
            throw TidemarkException.user((STANDARD_OUTPUT.equals(svg) ? "--svg" : "--html")
                    + " without a file goes to standard output, where the rows go; give it a file.");
        }
        if (svg != null && !STANDARD_OUTPUT.equals(svg)) {
            ReportPage.check(Path.of(svg), "The drawing", "--svg");
        }
        if (html != null && !STANDARD_OUTPUT.equals(html)) {
            ReportPage.check(Path.of(html));
        }
    }

    /// Whether standard output is taken by a drawing or a page.
    boolean toStandardOutput() {
        return STANDARD_OUTPUT.equals(svg) || STANDARD_OUTPUT.equals(html);
    }

    void write(Answer answer, TrendPicture picture, Supplier<String> page) {
        write(answer, svg, () -> drawn(picture));
        write(answer, html, page);
    }

    private String drawn(TrendPicture picture) {
        return switch (what == null ? What.OPEN : what) {
            case OPEN -> TrendSvg.lines(picture.lines(), "trend");
            case COHORT -> TrendSvg.stacked(picture.cohort(), "cohort");
            case SURVIVAL -> picture.survival("survival").orElseGet(() -> TrendSvg.stacked(picture.cohort(), "cohort"));
        };
    }

    private static void write(Answer answer, @Nullable String to, Supplier<String> text) {
        if (to == null) {
            return;
        }
        if (to.equals(STANDARD_OUTPUT)) {
            answer.people().print(text.get());
        } else {
            ReportPage.write(text.get(), Path.of(to));
        }
    }

    /// What others counted; rows that cannot be read are problems.
    List<PublishedCount> published(Answer answer) {
        var file = beside;
        if (file == null) {
            return List.of();
        }
        try (var in = Files.newInputStream(Asked.file(file))) {
            var read = PublishedFile.read(in, file.toString());
            read.problems().forEach(answer::problem);
            return read.items();
        } catch (IOException e) {
            throw new TidemarkException(
                    ErrorCode.EXTERNAL, "The file " + Terminal.safe(file.toString()) + " cannot be read.", e);
        }
    }
}
