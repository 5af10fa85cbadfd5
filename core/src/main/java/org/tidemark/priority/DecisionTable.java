// SPDX-License-Identifier: Apache-2.0
package org.tidemark.priority;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A table with a row for every combination of answers, and an outcome in each.
public final class DecisionTable {
    private final String title;
    private final List<DecisionPoint> inputs;
    private final DecisionPoint outcome;
    private final Map<List<String>, DecisionPoint.Value> rows;

    private DecisionTable(
            String title,
            List<DecisionPoint> inputs,
            DecisionPoint outcome,
            Map<List<String>, DecisionPoint.Value> rows) {
        this.title = title;
        this.inputs = List.copyOf(inputs);
        this.outcome = outcome;
        this.rows = Map.copyOf(rows);
    }

    /// @param rows the values of one row each, the outcome last
    /// @throws IllegalArgumentException where a combination is missing or there twice, or a value is unknown
    public static DecisionTable of(
            String title, List<DecisionPoint> inputs, DecisionPoint outcome, List<List<String>> rows) {
        var known = new HashMap<List<String>, DecisionPoint.Value>();
        for (var row : rows) {
            for (int i = 0; i < inputs.size(); i++) {
                inputs.get(i).rank(row.get(i));
            }
            var value = outcome.values().get(outcome.rank(row.getLast()));
            if (known.put(List.copyOf(row.subList(0, inputs.size())), value) != null) {
                throw new IllegalArgumentException(title + " has the row " + row + " twice");
            }
        }
        int all = inputs.stream().mapToInt(point -> point.values().size()).reduce(1, Math::multiplyExact);
        if (known.size() != all) {
            throw new IllegalArgumentException(title + " has " + known.size() + " of " + all + " combinations");
        }
        return new DecisionTable(title, inputs, outcome, known);
    }

    public String title() {
        return title;
    }

    /// The questions, in the order of the columns.
    public List<DecisionPoint> inputs() {
        return inputs;
    }

    public DecisionPoint outcome() {
        return outcome;
    }

    /// What the table says. Of what is not known the worse is taken, for the tables say no less where an answer is
    /// worse.
    ///
    /// @param answers by the id of the decision point; what is absent is not known
    public Decision decide(Map<String, String> answers) {
        var taken = new ArrayList<String>();
        var shown = new LinkedHashMap<String, @Nullable String>();
        for (var input : inputs) {
            var answer = answers.get(input.id());
            if (answer != null) {
                input.rank(answer);
            }
            shown.put(input.id(), answer);
            taken.add(answer == null ? input.worst() : answer);
        }
        var value = rows.get(taken);
        if (value == null) {
            throw new IllegalStateException(title + " has no row " + taken);
        }
        return new Decision(this, shown, value, outcome.rank(value.name()));
    }

    /// What a table says of one case.
    ///
    /// @param answers what was known, by the id of the decision point; null where nothing was
    /// @param rank how pressing the outcome is, from 0 for the least
    public record Decision(
            DecisionTable table, Map<String, @Nullable String> answers, DecisionPoint.Value value, int rank) {
        public Decision {
            answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        }
    }
}
