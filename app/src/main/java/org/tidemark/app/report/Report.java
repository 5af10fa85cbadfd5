// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.report;

import java.util.List;

/// What a report shows. All texts are plain; the page escapes them.
///
/// @param title the heading
/// @param made when it was made, for people
/// @param sources the files it was made from
/// @param packs the knowledge it rests on
/// @param counts short facts at the top
/// @param campaigns one row a campaign
/// @param servers one row a server
/// @param notShown how many servers are left out because there are too many for a page
/// @param verdicts verdicts with their proof
/// @param plans what to install
public record Report(
        String title,
        String made,
        List<String> sources,
        List<String> packs,
        List<Count> counts,
        List<CampaignRow> campaigns,
        List<ServerRow> servers,
        long notShown,
        List<Proof> verdicts,
        List<PlanView> plans) {
    public Report {
        sources = List.copyOf(sources);
        packs = List.copyOf(packs);
        counts = List.copyOf(counts);
        campaigns = List.copyOf(campaigns);
        servers = List.copyOf(servers);
        verdicts = List.copyOf(verdicts);
        plans = List.copyOf(plans);
    }

    /// A number and what it counts.
    ///
    /// @param tone `bad`, `doubt`, `good` or empty
    public record Count(long number, String what, String tone) {}

    /// One campaign and its verdicts over all servers.
    public record CampaignRow(String name, String why, long open, long undecided, long safe) {}

    /// One server.
    ///
    /// @param worst its worst verdict
    /// @param tone `bad`, `doubt` or `good`
    /// @param open campaigns with an open flaw
    /// @param undecided campaigns that the evidence does not decide
    /// @param proof the id of the proof of its verdicts; empty for none
    public record ServerRow(
            String server,
            String name,
            String build,
            String branch,
            String how,
            String worst,
            String tone,
            String open,
            String undecided,
            int openFlaws,
            String flags,
            String proof) {}

    /// The verdicts on one build, or one set of builds, with what proves them.
    ///
    /// @param id what rows of servers point to
    public record Proof(String id, String about, List<Reason> reasons) {
        public Proof {
            reasons = List.copyOf(reasons);
        }
    }

    /// One verdict with everything that proves it.
    ///
    /// @param campaign the campaign whose worst flaw it is; empty for none
    public record Reason(String campaign, String cve, String verdict, String tone, List<Line> lines) {
        public Reason {
            lines = List.copyOf(lines);
        }
    }

    /// A labelled text.
    public record Line(String label, String text) {}

    /// One plan in words.
    public record PlanView(String about, String reason, List<PlanStep> steps, String leavesOpen) {
        public PlanView {
            steps = List.copyOf(steps);
        }
    }

    /// One step of a plan.
    public record PlanStep(String action, String what, List<String> notes) {
        public PlanStep {
            notes = List.copyOf(notes);
        }
    }
}
