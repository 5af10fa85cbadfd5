// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.sigma;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.hunt.Condition;
import org.tidemark.hunt.HuntRule;
import org.tidemark.hunt.Kind;
import org.tidemark.hunt.Level;
import org.tidemark.hunt.Stage;

/// Reads rules in Sigma. Rules of a pack say under `tidemark` what a hit shows; rules of others have no such key and
/// give findings without a stage.
public final class SigmaReader {
    private static final String OURS = "tidemark";

    private final Sources sources;

    public SigmaReader(Sources sources) {
        this.sources = sources;
    }

    /// Reads the rules of a file.
    ///
    /// @param campaign the campaign that they belong to; null where they belong to none
    public List<ReadRule> read(String text, @Nullable String campaign) {
        var read = new ArrayList<ReadRule>();
        try {
            for (var document : Tree.documents(text)) {
                read.add(rule(document, campaign));
            }
        } catch (BadRule e) {
            read.add(new ReadRule.Refused("", String.valueOf(e.getMessage())));
        }
        return read;
    }

    private ReadRule rule(Map<String, Object> document, @Nullable String campaign) {
        var id = document.containsKey("id") ? Tree.text(document.get("id")) : Tree.text(document.get("title"));
        if (document.containsKey("correlation")) {
            return new ReadRule.Elsewhere(id, "correlation");
        }
        try {
            var logsource = Tree.keys(document.get("logsource"), "`logsource`");
            var ways = sources.of(logsource);
            if (ways.isEmpty()) {
                return new ReadRule.Elsewhere(id, "log source " + Sources.told(logsource));
            }
            return new ReadRule.Ready(ready(id, document, ways.get(), campaign));
        } catch (BadRule e) {
            return new ReadRule.Refused(id, String.valueOf(e.getMessage()));
        }
    }

    private static HuntRule ready(
            String id, Map<String, Object> document, List<Sources.Way> ways, @Nullable String campaign) throws BadRule {
        var title = Tree.text(document.get("title"));
        if (id.isEmpty() || title.isEmpty()) {
            throw new BadRule("The rule has no `id` or no `title`.");
        }
        var detection = Tree.keys(document.get("detection"), "`detection`");
        var ours = document.containsKey(OURS) ? Tree.keys(document.get(OURS), "`tidemark`") : Map.<String, Object>of();
        var level = Tree.text(document.getOrDefault("level", "medium"));
        var kinds = new LinkedHashSet<Kind>();
        ways.forEach(way -> kinds.add(way.kind()));
        var channels = new LinkedHashSet<String>();
        boolean all = ways.stream()
                .anyMatch(way -> way.kind().hasChannels() && way.channels().isEmpty());
        ways.forEach(way -> channels.addAll(all ? Set.of() : way.channels()));
        var why = Tree.text(ours.containsKey("why") ? ours.get("why") : document.get("description"));
        return new HuntRule(
                id,
                title,
                Level.of(level).orElseThrow(() -> new BadRule("There is no level `" + level + "`.")),
                kinds,
                channels,
                condition(Tree.texts(detection.get("condition")), detection, ways),
                ours.containsKey("stage") ? stage(ours.get("stage")) : null,
                cases(ours, detection, ways, why),
                campaign,
                cves(document, ours),
                why.isEmpty() ? title + "." : why,
                Tree.text(ours.get("next")),
                Tree.texts(document.get("falsepositives")),
                shows(document, detection),
                doubt(ours),
                ours.containsKey("once") ? Tree.text(ours.get("once")) : null);
    }

    private static HuntRule.@Nullable Doubt doubt(Map<String, Object> ours) throws BadRule {
        return ours.containsKey("could-be")
                ? new HuntRule.Doubt(stage(ours.get("could-be")), Tree.texts(ours.get("settled-by")))
                : null;
    }

    private static Stage stage(@Nullable Object tree) throws BadRule {
        var name = Tree.text(tree).toUpperCase(Locale.ROOT);
        for (var stage : Stage.values()) {
            if (stage.name().equals(name) && stage.isShown()) {
                return stage;
            }
        }
        throw new BadRule("There is no stage `" + name + "` that a record can show.");
    }

    private static List<HuntRule.Case> cases(
            Map<String, Object> ours, Map<String, Object> detection, List<Sources.Way> ways, String why)
            throws BadRule {
        var cases = new ArrayList<HuntRule.Case>();
        for (var tree : Tree.list(ours.get("cases"))) {
            var one = Tree.keys(tree, "A case");
            var own = Tree.text(one.get("why"));
            cases.add(new HuntRule.Case(
                    stage(one.get("stage")),
                    condition(Tree.texts(one.get("when")), detection, ways),
                    own.isEmpty() ? why : own));
        }
        return cases;
    }

    /// The flaws that the rule names: among its tags, `cve.2021-26855` or with a point for the dash, or under
    /// our key.
    private static List<String> cves(Map<String, Object> document, Map<String, Object> ours) {
        var cves = new LinkedHashSet<>(Tree.texts(ours.get("cves")));
        for (var tag : Tree.texts(document.get("tags"))) {
            if (tag.toLowerCase(Locale.ROOT).startsWith("cve.")) {
                cves.add("CVE-" + tag.substring(4).replace('.', '-'));
            }
        }
        return List.copyOf(cves);
    }

    private static Condition condition(List<String> texts, Map<String, Object> detection, List<Sources.Way> ways)
            throws BadRule {
        if (texts.isEmpty()) {
            throw new BadRule("The rule has no `condition`.");
        }
        var all = new ArrayList<Condition>();
        for (var way : ways) {
            var searches = searches(detection, way);
            for (var text : texts) {
                var parts = new ArrayList<>(way.where());
                parts.add(Expression.parse(text, searches));
                all.add(parts.size() == 1 ? parts.getFirst() : new Condition.All(parts));
            }
        }
        return all.size() == 1 ? all.getFirst() : new Condition.Any(all);
    }

    private static Map<String, Condition> searches(Map<String, Object> detection, Sources.Way way) throws BadRule {
        var searches = new LinkedHashMap<String, Condition>();
        for (var entry : detection.entrySet()) {
            if (!entry.getKey().equals("condition") && !entry.getKey().equals("timeframe")) {
                searches.put(entry.getKey(), search(entry.getValue(), way, entry.getKey()));
            }
        }
        if (detection.containsKey("timeframe")) {
            throw new BadRule("The rule has a `timeframe`, which only a correlation can have.");
        }
        return searches;
    }

    /// Keys with values must all hold; of a list one must. What is no key is a keyword.
    private static Condition search(@Nullable Object tree, Sources.Way way, String name) throws BadRule {
        if (tree instanceof Map<?, ?>) {
            var parts = new ArrayList<Condition>();
            for (var entry : Tree.keys(tree, name).entrySet()) {
                var values = entry.getValue() == null
                        ? java.util.Collections.<@Nullable Object>singletonList(null)
                        : Tree.list(entry.getValue());
                parts.add(Modifiers.of(entry.getKey()).condition(values, way));
            }
            if (parts.isEmpty()) {
                throw new BadRule("The search `" + name + "` is empty.");
            }
            return parts.size() == 1 ? parts.getFirst() : new Condition.All(parts);
        }
        var parts = new ArrayList<Condition>();
        for (var item : Tree.list(tree)) {
            parts.add(
                    item instanceof Map<?, ?>
                            ? search(item, way, name)
                            : Modifiers.of("").condition(java.util.Collections.singletonList(item), way));
        }
        if (parts.isEmpty()) {
            throw new BadRule("The search `" + name + "` is empty.");
        }
        return parts.size() == 1 ? parts.getFirst() : new Condition.Any(parts);
    }

    /// The fields that the rule names for people, else those that it asks.
    private static List<String> shows(Map<String, Object> document, Map<String, Object> detection) throws BadRule {
        var shows = new LinkedHashSet<>(Tree.texts(document.get("fields")));
        if (shows.isEmpty()) {
            for (var entry : detection.entrySet()) {
                collect(entry.getValue(), shows);
            }
        }
        return List.copyOf(shows);
    }

    private static void collect(@Nullable Object tree, Set<String> shows) throws BadRule {
        if (tree instanceof Map<?, ?>) {
            for (var key : Tree.keys(tree, "A search").keySet()) {
                int bar = key.indexOf('|');
                shows.add(bar < 0 ? key : key.substring(0, bar));
            }
        } else if (tree instanceof List<?> list) {
            for (var item : list) {
                collect(item, shows);
            }
        }
        shows.remove("");
    }
}
