// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.sigma;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.hunt.Condition;

/// What a rule looks for: its searches, and how its condition joins them.
final class Detection {
    private static final String CONDITION = "condition";
    private static final String TIMEFRAME = "timeframe";

    private final Map<String, Object> tree;

    Detection(Map<String, Object> tree) throws BadRule {
        this.tree = tree;
        if (tree.containsKey(TIMEFRAME)) {
            // Counting inside a time was given up for correlations, and is one.
            throw new BadRule.Elsewhere(SigmaReader.CORRELATION);
        }
    }

    List<String> conditions() {
        return Tree.texts(tree.get(CONDITION));
    }

    /// One of these texts holds of a record that is written down in one of these ways.
    Condition condition(List<String> texts, List<Sources.Way> ways) throws BadRule {
        if (texts.isEmpty()) {
            throw new BadRule("The rule has no `condition`.");
        }
        var all = new ArrayList<Condition>();
        for (var way : ways) {
            var searches = searches(way);
            for (var text : texts) {
                var parts = new ArrayList<>(way.where());
                parts.add(Expression.parse(text, searches));
                all.add(parts.size() == 1 ? parts.getFirst() : new Condition.All(parts));
            }
        }
        return all.size() == 1 ? all.getFirst() : new Condition.Any(all);
    }

    private Map<String, Condition> searches(Sources.Way way) throws BadRule {
        var searches = new LinkedHashMap<String, Condition>();
        for (var entry : tree.entrySet()) {
            if (!entry.getKey().equals(CONDITION)) {
                searches.put(entry.getKey(), search(entry.getValue(), way, entry.getKey()));
            }
        }
        return searches;
    }

    /// Keys with values must all hold; of a list one must. What is no key is a keyword.
    private static Condition search(@Nullable Object tree, Sources.Way way, String name) throws BadRule {
        var parts = new ArrayList<Condition>();
        if (tree instanceof Map<?, ?>) {
            for (var entry : Tree.keys(tree, name).entrySet()) {
                var values = entry.getValue() == null
                        ? Collections.<@Nullable Object>singletonList(null)
                        : Tree.list(entry.getValue());
                parts.add(Modifiers.of(entry.getKey()).condition(values, way));
            }
        } else {
            for (var item : Tree.list(tree)) {
                parts.add(
                        item instanceof Map<?, ?>
                                ? search(item, way, name)
                                : Modifiers.of("").condition(Collections.singletonList(item), way));
            }
        }
        if (parts.isEmpty()) {
            throw new BadRule("The search `" + name + "` is empty.");
        }
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        return tree instanceof Map<?, ?> ? new Condition.All(parts) : new Condition.Any(parts);
    }

    /// The fields that it asks.
    Set<String> fields() throws BadRule {
        var fields = new LinkedHashSet<String>();
        for (var search : tree.values()) {
            collect(search, fields);
        }
        fields.remove("");
        return fields;
    }

    private static void collect(@Nullable Object tree, Set<String> fields) throws BadRule {
        if (tree instanceof Map<?, ?>) {
            for (var key : Tree.keys(tree, "A search").keySet()) {
                int bar = key.indexOf('|');
                fields.add(bar < 0 ? key : key.substring(0, bar));
            }
        } else if (tree instanceof List<?> list) {
            for (var item : list) {
                collect(item, fields);
            }
        }
    }
}
