// SPDX-License-Identifier: Apache-2.0
package org.tidemark.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tidemark.plan.Action;
import org.tidemark.plan.Plan;
import org.tidemark.plan.Step;

/// What to do about a server, as `decisions/plans.csv` states it. The table is the specification.
class PlanDecisionTest {

    @TestFactory
    Stream<DynamicTest> every_row_of_the_table_holds() {
        return VerdictDecisionTest.rows("decisions/plans.csv").stream()
                .map(row -> DynamicTest.dynamicTest(
                        "line %d: %s".formatted(row.getStartingLineNumber(), row.getField("why")), () -> check(row)));
    }

    private static void check(NamedCsvRecord row) {
        var plan = PlanCases.plan(
                PlanCases.installation(
                        row.getField("build"), Set.copyOf(list(row.getField("kb"))), settings(row.getField("setting"))),
                row.getField("dotnet"),
                row.getField("windows"),
                LocalDate.parse(row.getField("as_of")));

        assertThat(PlanCases.written(plan.now())).isEqualTo(row.getField("now"));
        assertThat(PlanCases.written(plan.road())).isEqualTo(row.getField("road"));
        assertThat(plan.supportedAfter() ? "yes" : "no").isEqualTo(row.getField("supported"));
        assertThat(plan.leavesOpen().toString()).contains(row.getField("open"));
        assertThat(String.valueOf(plan.reason())).contains(row.getField("reason"));
        isWhole(plan);
    }

    /// What holds for every plan.
    private static void isWhole(Plan plan) {
        assertThat(plan.leavesOpen()).noneMatch(plan.leavesUndecided()::contains);
        assertThat(plan.supportedAfter()).isEqualTo(plan.supportReason() == null);
        if (plan.now().stream().noneMatch(step -> step.action() == Action.INSTALL_UPDATE)) {
            assertThat(plan.reason()).isNotBlank();
        }
        Stream.concat(plan.now().stream(), plan.road().stream()).forEach(PlanDecisionTest::isWhole);
    }

    private static void isWhole(Step step) {
        assertThat(step.why()).endsWith(".");
        assertThat(step.pitfalls()).allSatisfy(words -> assertThat(words).isNotBlank());
        if (step.action() == Action.INSTALL_UPDATE && step.kb() == null) {
            assertThat(step.why()).contains("No number of it is published");
        }
    }

    private static Map<String, String> settings(String cell) {
        var settings = new HashMap<String, String>();
        for (var pair : list(cell)) {
            settings.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return settings;
    }

    private static List<String> list(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(";", -1));
    }
}
