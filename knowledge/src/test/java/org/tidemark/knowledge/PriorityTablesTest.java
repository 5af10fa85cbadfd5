// SPDX-License-Identifier: Apache-2.0
package org.tidemark.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidemark.adapter.priority.TableFiles;
import org.tidemark.advisory.CveId;
import org.tidemark.hunt.Stage;
import org.tidemark.priority.DecisionPoint;
import org.tidemark.priority.DecisionTable;
import org.tidemark.priority.Lane;
import org.tidemark.priority.PriorityTables;
import org.tidemark.priority.Queued;
import org.tidemark.priority.Urgency;

/// The decision tables that come with the program, and the order that follows from them.
class PriorityTablesTest {
    private static final PriorityTables TABLES = TableFiles.read(PriorityTablesTest.class.getClassLoader());

    static Stream<DecisionTable> tables() {
        return Stream.of(TABLES.timelines(), TABLES.deployer(), TABLES.coordinator());
    }

    @ParameterizedTest
    @CsvSource({
        "no, no, no, partial, fix on system upgrade",
        "yes, no, no, partial, 14 days",
        "no, yes, yes, total, 3 days",
        "yes, yes, no, total, 3 days & forensic investigation",
        "yes, no, yes, total, 3 days & forensic investigation",
        "no, no, yes, total, 60 days",
    })
    void the_timelines_say_what_the_directive_says(
            String kev, String exposed, String automatable, String impact, String outcome) {
        var decision = TABLES.timelines()
                .decide(Map.of(
                        PriorityTables.KEV, kev,
                        PriorityTables.PUBLICLY_EXPOSED, exposed,
                        PriorityTables.AUTOMATABLE, automatable,
                        PriorityTables.TECHNICAL_IMPACT, impact));

        assertThat(decision.value().name()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void a_worse_answer_never_gives_a_milder_outcome(DecisionTable table) {
        for (var answers : all(table)) {
            int rank = table.decide(answers).rank();
            for (var input : table.inputs()) {
                int at = input.rank(answers.get(input.id()));
                for (var worse : input.values().subList(at, input.values().size())) {
                    var other = new HashMap<>(answers);
                    other.put(input.id(), worse.name());
                    assertThat(table.decide(other).rank())
                            .as("%s with %s", table.title(), other)
                            .isGreaterThanOrEqualTo(rank);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void what_is_not_known_counts_as_the_worst_and_is_shown_as_not_known(DecisionTable table) {
        for (var answers : all(table)) {
            for (var input : table.inputs()) {
                var without = new HashMap<>(answers);
                without.remove(input.id());
                var decision = table.decide(without);
                assertThat(decision.answers()).containsEntry(input.id(), null);
                for (var value : input.values()) {
                    var with = new HashMap<>(without);
                    with.put(input.id(), value.name());
                    assertThat(decision.rank())
                            .isGreaterThanOrEqualTo(table.decide(with).rank());
                }
            }
        }
    }

    @Test
    void a_table_with_a_hole_or_a_row_twice_is_none() {
        var point = new DecisionPoint(
                "x:A:1", "A", List.of(new DecisionPoint.Value("N", "no", null, false), value("Y", "yes")));
        var outcome = new DecisionPoint("x:O:1", "O", List.of(value("L", "later"), value("N", "now")));

        assertThatThrownBy(() -> DecisionTable.of("t", List.of(point), outcome, List.of(List.of("no", "later"))))
                .hasMessageContaining("1 of 2");
        assertThatThrownBy(() -> DecisionTable.of(
                        "t", List.of(point), outcome, List.of(List.of("no", "later"), List.of("no", "now"))))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> DecisionTable.of(
                        "t", List.of(point), outcome, List.of(List.of("no", "later"), List.of("perhaps", "now"))))
                .hasMessageContaining("no value 'perhaps'");
    }

    private static DecisionPoint.Value value(String key, String name) {
        return new DecisionPoint.Value(key, name, null, false);
    }

    /// Of two servers that differ in one answer alone, the one with the worse answer is never worked on later.
    @Test
    void a_worse_answer_never_gives_a_later_place() {
        var random = new Random(26_04);
        for (int i = 0; i < 20_000; i++) {
            var answers = new HashMap<String, String>();
            var points = new ArrayList<DecisionPoint>();
            tables().forEach(table -> points.addAll(table.inputs()));
            points.forEach(point -> {
                if (random.nextInt(6) > 0) {
                    answers.put(point.id(), pick(point, random));
                }
            });
            var point = points.get(random.nextInt(points.size()));
            var worse = new HashMap<>(answers);
            if (random.nextBoolean()) {
                worse.remove(point.id());
            } else if (answers.containsKey(point.id())) {
                int at = point.rank(answers.get(point.id()));
                worse.put(
                        point.id(),
                        point.values()
                                .get(Math.min(at + 1, point.values().size() - 1))
                                .name());
            }
            var milder = queued(answers, "0000000000000001");
            var other = queued(worse, "0000000000000000");
            assertThat(other).as("%s before %s", worse, answers).isLessThanOrEqualTo(milder);
        }
    }

    @Test
    void evidence_of_a_break_in_goes_before_everything_and_doubt_comes_last() {
        var nothing = Map.of(
                PriorityTables.KEV, "no",
                PriorityTables.PUBLICLY_EXPOSED, "no",
                PriorityTables.AUTOMATABLE, "no",
                PriorityTables.TECHNICAL_IMPACT, "partial");
        var incident = new Queued("c", "x", Lane.INCIDENT, urgency(nothing), null, true, Stage.EXPLOITED, false);
        var used = new Queued("d", "x", Lane.INCIDENT, urgency(nothing), null, true, Stage.USED, false);
        var open = new Queued("b", "x", Lane.REMEDIATE, urgency(Map.of()), null, false, null, false);
        var doubt = new Queued("a", "x", Lane.CLARIFY, urgency(Map.of()), null, false, null, false);

        assertThat(Stream.of(doubt, open, incident, used).sorted()).containsExactly(used, incident, open, doubt);
        assertThat(doubt.decision()).isNull();
        assertThat(doubt.due()).isNull();
        assertThat(incident.forensics()).isTrue();
        assertThat(doubt.why()).contains("not known");
    }

    @ParameterizedTest
    @CsvSource({
        "2021-11-03, 2021-03-02, 2021-11-06",
        "2021-11-03, 2026-01-10, 2026-01-13",
        "2021-11-03,, 2021-11-06",
        ", 2026-01-10, 2026-01-13",
        ",,",
    })
    void days_count_from_the_later_of_the_listing_and_the_first_sight(LocalDate clock, LocalDate first, LocalDate due) {
        var decision = TABLES.timelines().decide(Map.of());
        var urgency = new Urgency(
                new CveId("CVE-2021-26855"),
                decision,
                TABLES.deployer().decide(Map.of()),
                TABLES.coordinator().decide(Map.of()),
                clock,
                false,
                null);

        assertThat(urgency.due(first)).isEqualTo(due);
    }

    private static String pick(DecisionPoint point, Random random) {
        return point.values().get(random.nextInt(point.values().size())).name();
    }

    private static Queued queued(Map<String, String> answers, String server) {
        return new Queued(server, "x", Lane.REMEDIATE, urgency(answers), null, false, null, false);
    }

    private static Urgency urgency(Map<String, String> answers) {
        return new Urgency(
                new CveId("CVE-2021-26855"),
                TABLES.timelines().decide(answers),
                TABLES.deployer().decide(answers),
                TABLES.coordinator().decide(answers),
                LocalDate.of(2021, 11, 3),
                false,
                null);
    }

    /// Every combination of answers.
    private static List<Map<String, String>> all(DecisionTable table) {
        List<Map<String, String>> all = List.of(Map.of());
        for (var input : table.inputs()) {
            var more = new ArrayList<Map<String, String>>();
            for (var before : all) {
                for (var value : input.values()) {
                    var with = new HashMap<>(before);
                    with.put(input.id(), value.name());
                    more.add(with);
                }
            }
            all = more;
        }
        return all;
    }
}
