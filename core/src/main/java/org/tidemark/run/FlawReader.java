// SPDX-License-Identifier: Apache-2.0
package org.tidemark.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tidemark.advisory.Assessor;
import org.tidemark.advisory.CveId;
import org.tidemark.advisory.Installation;
import org.tidemark.advisory.Subject;
import org.tidemark.advisory.Verdict;
import org.tidemark.export.Flaw;
import org.tidemark.exposure.Flag;
import org.tidemark.exposure.Observation;
import org.tidemark.exposure.ServerAssessor;
import org.tidemark.exposure.ServerVerdicts;

/// The verdicts on servers of one pack with their proof.
///
/// The verdict itself is that of the [ServerAssessor], so that no answer differs from another; what proves it is looked
/// up once for each combination of evidence.
final class FlawReader {
    private static final int MOST_REMEMBERED = 20_000;

    private final Assessor assessor;
    private final ServerAssessor servers;
    /// Verdicts have no equality of their own: equal evidence is given the same object.
    private final Map<ServerVerdicts, List<Flaw>> known = new HashMap<>();

    FlawReader(Assessor assessor, ServerAssessor servers) {
        this.assessor = assessor;
        this.servers = servers;
    }

    List<Flaw> flaws(Observation seen) {
        var verdicts = servers.assess(seen);
        if (known.size() > MOST_REMEMBERED) {
            known.clear();
        }
        return known.computeIfAbsent(
                verdicts,
                _ -> verdicts.flaws().entrySet().stream()
                        .map(entry -> flaw(seen, entry.getKey(), entry.getValue()))
                        .toList());
    }

    private Flaw flaw(Observation seen, CveId cve, Verdict.Kind verdict) {
        var subject = seen.subject();
        if (subject == null) {
            return undecided(cve, verdict, "Nothing that was seen tells the build.");
        }
        if (seen.flags().contains(Flag.MIXED) && seen.builds().size() > 1) {
            var builds = seen.builds().stream().map(Object::toString).collect(Collectors.joining(", "));
            return undecided(cve, verdict, "The evidence shows several builds: " + builds + ".");
        }
        return proven(seen, subject, cve, verdict);
    }

    private Flaw proven(Observation seen, Subject subject, CveId cve, Verdict.Kind verdict) {
        var proof = assessor.judge(new Installation(subject, seen.packages(), seen.settings()), cve, null);
        return Flaw.of(proof, verdict);
    }

    private static Flaw undecided(CveId cve, Verdict.Kind verdict, String reason) {
        return new Flaw(cve, verdict, null, null, reason, null);
    }
}
