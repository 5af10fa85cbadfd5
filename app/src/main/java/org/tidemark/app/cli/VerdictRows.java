// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Assessment;
import org.tidemark.advisory.Branch;
import org.tidemark.advisory.Pack;
import org.tidemark.advisory.Product;
import org.tidemark.advisory.Release;
import org.tidemark.advisory.Subject;
import org.tidemark.advisory.Verdict;

/// Verdicts as rows.
final class VerdictRows {
    private VerdictRows() {}

    static Row row(Subject subject, Assessment assessment, Pack pack) {
        return Row.of("verdict")
                .put("build", subject.build())
                .put("product", subject.knownProduct().map(Product::name).orElse(null))
                .put("branch", subject.knownBranch().map(Branch::id).orElse(null))
                .put("release", subject.knownRelease().map(Release::name).orElse(null))
                .put("cve", assessment.cve())
                .put("verdict", assessment.kind())
                .put("reason", assessment.reason())
                .put("rule", assessment.rule().id())
                .put("fix", fix(assessment.verdict()))
                .put("settings", settings(assessment.verdict()))
                .put("evidenceNeeded", evidenceNeeded(assessment.verdict()))
                .put("nextStep", assessment.nextStep())
                .put("sources", assessment.sources())
                .put("pack", Answer.packFields(pack));
    }

    private static @Nullable Map<String, @Nullable Object> fix(Verdict verdict) {
        if (!(verdict instanceof Verdict.Vulnerable vulnerable) || vulnerable.fix() == null) {
            return null;
        }
        var fix = vulnerable.fix();
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("kb", fix.kb().isEmpty() ? null : fix.kb());
        fields.put("build", fix.build());
        fields.put("builds", fix.builds());
        fields.put("released", fix.released());
        return fields;
    }

    private static java.util.@Nullable List<String> settings(Verdict verdict) {
        return verdict instanceof Verdict.DependsOnSetting depends
                ? depends.settings().stream().map(s -> s.name()).toList()
                : null;
    }

    static @Nullable String evidenceNeeded(Verdict verdict) {
        if (verdict instanceof Verdict.Unknown unknown) {
            return unknown.evidenceNeeded();
        }
        if (!(verdict instanceof Verdict.DependsOnSetting depends)) {
            return null;
        }
        var settings = depends.settings().stream()
                .map(setting -> "the setting " + setting.name() + ": " + setting.look())
                .toList();
        return String.join("; ", settings);
    }
}
