// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.sigma;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What must hold beside some rules (Sigma specification 2.1, "Sigma Filters"): a folder's own exceptions, kept apart
/// from the rules that somebody else maintains.
///
/// A filter has its word of a rule that it names and that asks for its log source or for a part of that; its condition
/// must then hold as well, as the format's own converter joins the two.
public final class Filter {
    private static final String EVERY = "any";

    private final Set<String> rules;
    private final Map<String, String> source;
    private final Map<String, Object> detection;

    private Filter(Set<String> rules, Map<String, String> source, Map<String, Object> detection) {
        this.rules = rules;
        this.source = source;
        this.detection = detection;
    }

    static Filter of(Map<String, Object> document) throws BadRule {
        var detection = new LinkedHashMap<>(Tree.keys(document.get("filter"), "`filter`"));
        var rules = new LinkedHashSet<String>();
        Tree.texts(detection.remove("rules")).forEach(rule -> rules.add(rule.toLowerCase(Locale.ROOT)));
        if (rules.isEmpty()) {
            throw new BadRule("The filter names no `rules`.");
        }
        if (Tree.texts(detection.get("condition")).isEmpty()) {
            throw new BadRule("The filter has no `condition`.");
        }
        return new Filter(rules, Sources.asked(Tree.keys(document.get("logsource"), "`logsource`")), detection);
    }

    /// Whether it has its word of this rule.
    boolean isOf(Map<String, Object> rule, Map<String, Object> logsource) {
        boolean named = rules.contains(EVERY)
                || List.of("id", "name", "title").stream()
                        .map(key -> Tree.text(rule.get(key)).toLowerCase(Locale.ROOT))
                        .anyMatch(name -> !name.isEmpty() && rules.contains(name));
        return named && Sources.asked(logsource).entrySet().containsAll(source.entrySet());
    }

    Map<String, Object> detection() {
        return detection;
    }
}
