// SPDX-License-Identifier: Apache-2.0
package org.tidemark.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.tidemark.advisory.Advisory;
import org.tidemark.advisory.Assessment;
import org.tidemark.advisory.Assessor;
import org.tidemark.advisory.Catalogue;
import org.tidemark.advisory.CveId;
import org.tidemark.advisory.Installation;
import org.tidemark.advisory.Verdict;

/// The verdicts on every flaw that was public on the day asked about.
record Ledger(SequencedMap<CveId, Assessment> verdicts) {

    static Ledger of(Catalogue catalogue, Assessor assessor, Question question, Installation installation) {
        var verdicts = new TreeMap<CveId, Assessment>();
        for (var advisory : catalogue.advisories()) {
            if (isPublic(advisory, question)) {
                verdicts.put(advisory.cve(), assessor.judge(installation, advisory.cve(), question.asOf()));
            }
        }
        return new Ledger(verdicts);
    }

    private static boolean isPublic(Advisory advisory, Question question) {
        var published = advisory.published();
        return !advisory.recordOnly() && (published == null || published.by(question.day()));
    }

    List<CveId> open() {
        return which(Verdict.Kind::isOpen);
    }

    List<CveId> undecided() {
        return which(kind -> !kind.isOpen() && !kind.isSettledSafe());
    }

    private List<CveId> which(Predicate<Verdict.Kind> wanted) {
        var flaws = new ArrayList<CveId>();
        verdicts.forEach((cve, verdict) -> {
            if (wanted.test(verdict.kind())) {
                flaws.add(cve);
            }
        });
        return flaws;
    }

    Verdict.Kind kind(CveId cve) {
        var verdict = verdicts.get(cve);
        return verdict == null ? Verdict.Kind.UNKNOWN : verdict.kind();
    }

    /// The flaws that were open or undecided here and are closed there. One that then waits for a setting is not
    /// closed; the step that sets it closes it.
    List<CveId> closedBy(Ledger later) {
        var flaws = new ArrayList<CveId>();
        verdicts.forEach((cve, before) -> {
            boolean better = !before.kind().isSettledSafe() && later.kind(cve).isSettledSafe();
            if (better) {
                flaws.add(cve);
            }
        });
        return flaws;
    }
}
