// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Pack;
import org.tidemark.advisory.Subject;
import org.tidemark.plan.Plan;
import org.tidemark.plan.Step;

/// Plans as rows.
final class PlanRows {
    private PlanRows() {}

    static Row plan(Subject subject, Plan plan, Pack pack) {
        var product = plan.product();
        return Row.of("plan")
                .put("build", subject.build())
                .put("plannedFor", plan.plannedFor())
                .put("product", product == null ? null : product.name())
                .put("branch", plan.branch())
                .put("asOf", plan.day())
                .put("now", plan.now().stream().map(PlanRows::fields).toList())
                .put("road", plan.road().stream().map(PlanRows::fields).toList())
                .put("leavesOpen", plan.leavesOpen())
                .put("leavesUndecided", plan.leavesUndecided())
                .put("supportedAfter", plan.supportedAfter())
                .put("supportReason", plan.supportReason())
                .put("reason", plan.reason())
                .put("pack", Answer.packFields(pack));
    }

    /// A step as a row of its own, for a spreadsheet.
    static Row step(String part, Step step) {
        var row = Row.of("step").put("part", part);
        fields(step).forEach(row::put);
        return row;
    }

    private static Map<String, @Nullable Object> fields(Step step) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("action", step.action().id());
        fields.put("kb", step.kb());
        fields.put("toBuild", step.toBuild());
        fields.put("toBranch", step.toBranch());
        fields.put("to", step.to());
        fields.put("released", step.released());
        fields.put("closes", step.closes());
        fields.put("restart", step.restart());
        fields.put("why", step.why());
        fields.put("look", step.look());
        fields.put("requires", step.requires());
        fields.put("entitlement", step.entitlement());
        fields.put("pitfalls", step.pitfalls());
        fields.put("sources", step.sources());
        return fields;
    }
}
