// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.report;

import java.util.List;

/// What a page about a hunt shows. All texts are plain; the page escapes them.
///
/// @param title the heading
/// @param made when it was made, for people
/// @param sources what it was made from
/// @param packs the knowledge it rests on
/// @param counts short facts at the top
/// @param notShown how many servers are left out because there are too many for a page
public record HuntReport(
        String title,
        String made,
        List<String> sources,
        List<String> packs,
        List<Report.Count> counts,
        List<ServerView> servers,
        long notShown) {
    public HuntReport {
        sources = List.copyOf(sources);
        packs = List.copyOf(packs);
        counts = List.copyOf(counts);
        servers = List.copyOf(servers);
    }

    /// One server.
    ///
    /// @param id an anchor
    /// @param worst its worst grade, in words
    /// @param tone how bad that is, as a style class
    /// @param summary one or two sentences
    public record ServerView(
            String id,
            String name,
            String worst,
            String tone,
            String summary,
            List<VerdictView> verdicts,
            List<PhaseView> next,
            Drawing drawing,
            List<StepView> steps,
            long stepsLeft,
            List<CoverageView> coverage,
            List<FindingView> findings,
            long findingsLeft) {
        public ServerView {
            verdicts = List.copyOf(verdicts);
            next = List.copyOf(next);
            steps = List.copyOf(steps);
            coverage = List.copyOf(coverage);
            findings = List.copyOf(findings);
        }
    }

    /// The verdict on one campaign.
    ///
    /// @param more what it leaves open, and from where it was done
    public record VerdictView(String campaign, String grade, String tone, String reason, List<String> more) {
        public VerdictView {
            more = List.copyOf(more);
        }
    }

    /// A part of what to do.
    public record PhaseView(String title, List<String> steps) {
        public PhaseView {
            steps = List.copyOf(steps);
        }
    }

    public record StepView(String when, String stage, String tone, String what) {}

    public record CoverageView(String source, String covers, String reaches) {}

    public record FindingView(String when, String stage, String tone, String title, List<Report.Line> lines) {
        public FindingView {
            lines = List.copyOf(lines);
        }
    }

    /// Days with records as bars, findings as marks, on one axis of time. All measures in pixels.
    public record Drawing(int width, int height, List<Tick> ticks, List<Lane> lanes, List<Mark> marks) {
        public static final Drawing NONE = new Drawing(0, 0, List.of(), List.of(), List.of());

        public Drawing {
            ticks = List.copyOf(ticks);
            lanes = List.copyOf(lanes);
            marks = List.copyOf(marks);
        }
    }

    public record Tick(int x, String label) {}

    public record Lane(String label, int y, List<Bar> bars) {
        public Lane {
            bars = List.copyOf(bars);
        }
    }

    public record Bar(int x, int width, String title) {}

    public record Mark(int x, int y, String tone, String title) {}
}
