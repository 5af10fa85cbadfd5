// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.ssvc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.tidemark.adapter.JsonText;
import org.tidemark.priority.DecisionPoint;
import org.tidemark.priority.DecisionTable;
import org.tidemark.priority.DecisionTable.Decision;
import org.tidemark.priority.Urgency;

/// What is known of one flaw at every decision point, and what the tables make of it.
///
/// A selection holds the values that are not ruled out (schema, `Selection`): where nothing is known of a point
/// it holds
/// all of them, and an outcome holds each that one of them leads to. The worst of these is the one that a queue
/// goes by.
public final class SelectionList {
    private static final String SCHEMA = "2.0.0";

    private SelectionList() {}

    /// Writes a list as one object.
    ///
    /// @param urgency the flaw, and what the tables said of it
    /// @param at the time of the newest fact that it rests on
    public static void write(JsonText json, Urgency urgency, Instant at) {
        json.object()
                .text("timestamp", at)
                .text("schemaVersion", SCHEMA)
                .texts("target_ids", List.of(urgency.cve()))
                .list("selections");
        selections(urgency).forEach((point, values) -> selection(json, point, values));
        json.endList();
        json.list("decision_point_resources")
                .object()
                .text("uri", "https://certcc.github.io/SSVC/")
                .text("summary", "Decision points and tables of SSVC")
                .end()
                .endList()
                .end();
    }

    /// Inputs of all tables first, then their outcomes; each point once.
    private static Map<DecisionPoint, List<DecisionPoint.Value>> selections(Urgency urgency) {
        var decisions = List.of(urgency.timelines(), urgency.deployer(), urgency.coordinator());
        var selections = new LinkedHashMap<DecisionPoint, List<DecisionPoint.Value>>();
        for (var decision : decisions) {
            decision.table().inputs().forEach(point -> selections.putIfAbsent(point, possible(decision, point)));
        }
        for (var decision : decisions) {
            selections.putIfAbsent(decision.table().outcome(), outcomes(decision));
        }
        return selections;
    }

    private static List<DecisionPoint.Value> possible(Decision decision, DecisionPoint point) {
        var answer = decision.answers().get(point.id());
        return answer == null
                ? point.values()
                : point.values().stream()
                        .filter(value -> value.name().equals(answer))
                        .toList();
    }

    /// What the table says for each combination that is possible, from the least to the worst.
    private static List<DecisionPoint.Value> outcomes(Decision decision) {
        var table = decision.table();
        List<Map<String, String>> cases = new ArrayList<>(List.of(Map.of()));
        for (var point : table.inputs()) {
            var more = new ArrayList<Map<String, String>>();
            for (var before : cases) {
                for (var value : possible(decision, point)) {
                    var answers = new HashMap<>(before);
                    answers.put(point.id(), value.name());
                    more.add(answers);
                }
            }
            cases = more;
        }
        var reached = reached(table, cases);
        return table.outcome().values().stream().filter(reached::contains).toList();
    }

    private static SequencedSet<DecisionPoint.Value> reached(DecisionTable table, List<Map<String, String>> cases) {
        var reached = new LinkedHashSet<DecisionPoint.Value>();
        cases.forEach(answers -> reached.add(table.decide(answers).value()));
        return reached;
    }

    /// A point's id is namespace, key and version, parted by colons.
    private static void selection(JsonText json, DecisionPoint point, List<DecisionPoint.Value> values) {
        var id = point.id().split(":", -1);
        json.object()
                .text("namespace", id[0])
                .text("key", id[1])
                .text("version", id[2])
                .text("name", point.title())
                .list("values");
        values.forEach(value -> json.object().text("key", value.key()).end());
        json.endList().end();
    }
}
