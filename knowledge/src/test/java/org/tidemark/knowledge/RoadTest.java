// SPDX-License-Identifier: Apache-2.0
package org.tidemark.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tidemark.advisory.Branch;
import org.tidemark.plan.Action;
import org.tidemark.plan.Step;

/// The search over branches and frameworks gives the roads of the vendor's matrix.
class RoadTest {
    private static final String ASKED = "TIDEMARK_FACTS";
    private static final String TABLE = "catalogue/upgrade_paths.csv";
    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);

    @TestFactory
    Stream<DynamicTest> every_row_of_the_table_holds() {
        return VerdictDecisionTest.rows("decisions/roads.csv").stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.getField("branch") + " with " + row.getField("dotnet"),
                        () -> assertThat(road(row.getField("branch"), row.getField("dotnet")))
                                .isEqualTo(row.getField("road"))));
    }

    /// Every branch of every row of a larger table, where there is one beside the project.
    @Test
    void every_row_of_an_outside_table_holds() throws IOException {
        var table = folder().map(folder -> folder.resolve(TABLE))
                .filter(Files::exists)
                .findFirst();
        assumeTrue(table.isPresent(), "skipped: no " + TABLE + "; name its folder by " + ASKED);
        var softly = new SoftAssertions();
        int roads = 0;
        try (var rows = CsvReader.builder().ofNamedCsvRecord(table.get())) {
            for (var row : rows) {
                var product = row.getField("product").replace("Exchange ", "");
                var wanted = newest(row.getField("road_to_last_cu"));
                for (var branch : range(product, row.getField("from_branches"))) {
                    var name = branch.id().toString();
                    var last = last(product);
                    softly.assertThat(road(name, row.getField("dotnet_installed")))
                            .as(name + " with " + row.getField("dotnet_installed"))
                            .isEqualTo(branch.id().level().equals(last) ? "" : wanted);
                    roads++;
                }
            }
        }
        softly.assertThat(roads).isGreaterThan(50);
        softly.assertAll();
    }

    /// The upgrades and frameworks up to the last branch of the product.
    private static String road(String branch, String dotnet) {
        var base = branch(branch).base().orElseThrow();
        var plan = PlanCases.plan(PlanCases.installation(base.build().toString(), Set.of(), Map.of()), dotnet, "", DAY);
        var parts = new ArrayList<String>();
        for (var step : plan.road()) {
            if (leaves(step, base.branch().product())) {
                break;
            }
            switch (step.action()) {
                case UPGRADE -> parts.add(String.valueOf(step.toBranch()).replaceFirst("^\\S+ ", ""));
                case INSTALL_FRAMEWORK -> parts.add(".NET " + step.to());
                case INSTALL_UPDATE, PREPARE_DIRECTORY, MIGRATE, MITIGATE, ENABLE_SETTING, RESTART, CHECK -> {}
            }
        }
        return String.join(" > ", parts);
    }

    private static boolean leaves(Step step, String product) {
        var to = step.toBranch();
        return step.action() == Action.MIGRATE || (to != null && !to.product().equals(product));
    }

    /// `CU13 to CU14 > .NET 4.8` is told of the newest of each range.
    private static String newest(String road) {
        return Stream.of(road.split(" > ", -1))
                .map(part -> part.contains(" to ") ? part.substring(part.indexOf(" to ") + 4) : part)
                .reduce((left, right) -> left + " > " + right)
                .orElse("");
    }

    private static List<Branch> range(String product, String range) {
        var ends = range.split(" to ", -1);
        var branches = branches(product);
        var levels = branches.stream().map(b -> b.id().level()).toList();
        int from = levels.indexOf(ends[0]);
        int to = levels.indexOf(ends[ends.length - 1]);
        assertThat(List.of(from, to)).as(range).doesNotContain(-1);
        return branches.subList(from, to + 1);
    }

    private static String last(String product) {
        return branches(product).getLast().id().level();
    }

    private static List<Branch> branches(String product) {
        return PlanCases.EXCHANGE.catalogue().branches().stream()
                .filter(b -> b.id().product().equals(product))
                .toList();
    }

    private static Branch branch(String name) {
        return PlanCases.EXCHANGE.catalogue().branches().stream()
                .filter(b -> b.id().toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Path> folder() {
        var property = System.getProperty(ASKED);
        var asked = property != null ? property : System.getenv(ASKED);
        return Stream.of(asked == null ? Path.of("..", "..", "shared", "facts") : Path.of(asked));
    }
}
