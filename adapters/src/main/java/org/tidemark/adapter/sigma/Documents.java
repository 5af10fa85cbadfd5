// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.sigma;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The rules of a file, each with what the file says for all of them.
///
/// Before correlations a file could hold several rules that share parts: `action: global` is said of all that follow,
/// `reset` ends that, and `repeat` is the rule before it with some keys changed (Sigma specification 1.0, "Rule
/// Collections"; the format's own converter still reads them so).
final class Documents {
    /// A document with none of these is about something else: a workflow, a converter's settings.
    private static final List<String> OF_RULES = List.of("detection", "logsource", "correlation", "filter");

    private static final String ACTION = "action";

    private final List<Map<String, Object>> rules = new ArrayList<>();
    private Map<String, Object> global = Map.of();
    private Map<String, Object> before = Map.of();

    private Documents() {}

    /// The rules of a text; none where it holds no rule at all.
    static List<Map<String, Object>> of(String text) throws BadRule {
        var documents = new Documents();
        for (var document : Tree.documents(text)) {
            documents.add(document);
        }
        return documents.rules;
    }

    private void add(Map<String, Object> document) throws BadRule {
        switch (Tree.text(document.get(ACTION)).toLowerCase(Locale.ROOT)) {
            case "global" -> global = merged(global, document);
            case "reset" -> global = Map.of();
            case "repeat" -> rule(merged(before, document));
            default -> rule(merged(global, document));
        }
    }

    private void rule(Map<String, Object> document) {
        before = document;
        if (OF_RULES.stream().anyMatch(document::containsKey)) {
            rules.add(document);
        }
    }

    /// Keys below keys are joined, all else is replaced.
    private static Map<String, Object> merged(Map<String, Object> first, Map<String, Object> second) throws BadRule {
        if (first.isEmpty()) {
            return second;
        }
        var merged = new LinkedHashMap<>(first);
        for (var entry : second.entrySet()) {
            var there = merged.get(entry.getKey());
            merged.put(
                    entry.getKey(),
                    there instanceof Map<?, ?> && entry.getValue() instanceof Map<?, ?>
                            ? merged(Tree.keys(there, entry.getKey()), Tree.keys(entry.getValue(), entry.getKey()))
                            : entry.getValue());
        }
        merged.remove(ACTION);
        return merged;
    }
}
