// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.sigma;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

    static final String CORRELATION = "correlation";

    private final Sources sources;
    private final List<Filter> filters;

    public SigmaReader(Sources sources) {
        this(sources, List.of());
    }

    private SigmaReader(Sources sources, List<Filter> filters) {
        this.sources = sources;
        this.filters = List.copyOf(filters);
    }

    /// The same, with filters that narrow the rules that they name.
    public SigmaReader narrowedBy(List<Filter> filters) {
        return new SigmaReader(sources, filters);
    }

    /// The filters of a file that are understood. Those that are not, [#read] refuses.
    public static List<Filter> filters(String text) {
        var filters = new ArrayList<Filter>();
        try {
            for (var document : Documents.of(text)) {
                if (document.containsKey("filter")) {
                    filters.add(Filter.of(document));
                }
            }
        } catch (BadRule e) {
            return filters;
        }
        return filters;
    }

    /// Reads the rules of a file: one answer for each, and none where the file is about something else.
    ///
    /// @param campaign the campaign that they belong to; null where they belong to none
    public List<ReadRule> read(String text, @Nullable String campaign) {
        var read = new ArrayList<ReadRule>();
        try {
            for (var document : Documents.of(text)) {
                rule(document, campaign).ifPresent(read::add);
            }
        } catch (BadRule e) {
            read.add(new ReadRule.Refused("", String.valueOf(e.getMessage())));
        }
        return read;
    }

    /// Empty of a filter, which is no rule but changes others.
    private Optional<ReadRule> rule(Map<String, Object> document, @Nullable String campaign) {
        var id = document.containsKey("id") ? Tree.text(document.get("id")) : Tree.text(document.get("title"));
        if (document.containsKey(CORRELATION)) {
            return Optional.of(new ReadRule.Elsewhere(id, CORRELATION));
        }
        try {
            var logsource = Tree.keys(document.get("logsource"), "`logsource`");
            var ways = sources.of(logsource);
            if (document.containsKey("filter")) {
                check(Filter.of(document), ways.orElse(List.of()));
                return Optional.empty();
            }
            if (ways.isEmpty()) {
                return Optional.of(new ReadRule.Elsewhere(id, "log source " + Sources.told(logsource)));
            }
            return Optional.of(new ReadRule.Ready(ready(id, document, ways.get(), campaign)));
        } catch (BadRule.Elsewhere e) {
            return Optional.of(new ReadRule.Elsewhere(id, String.valueOf(e.getMessage())));
        } catch (BadRule e) {
            return Optional.of(new ReadRule.Refused(id, String.valueOf(e.getMessage())));
        }
    }

    private static void check(Filter filter, List<Sources.Way> ways) throws BadRule {
        var detection = new Detection(filter.detection());
        detection.condition(detection.conditions(), ways);
    }

    private HuntRule ready(String id, Map<String, Object> document, List<Sources.Way> ways, @Nullable String campaign)
            throws BadRule {
        var title = Tree.text(document.get("title"));
        if (id.isEmpty() || title.isEmpty()) {
            throw new BadRule("The rule has no `id` or no `title`.");
        }
        var detection = new Detection(Tree.keys(document.get("detection"), "`detection`"));
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
                narrowed(detection.condition(detection.conditions(), ways), document, ways),
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

    private Condition narrowed(Condition condition, Map<String, Object> document, List<Sources.Way> ways)
            throws BadRule {
        var logsource = Tree.keys(document.get("logsource"), "`logsource`");
        var parts = new ArrayList<>(List.of(condition));
        for (var filter : filters) {
            if (filter.isOf(document, logsource)) {
                var detection = new Detection(filter.detection());
                parts.add(detection.condition(detection.conditions(), ways));
            }
        }
        return parts.size() == 1 ? condition : new Condition.All(parts);
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
            Map<String, Object> ours, Detection detection, List<Sources.Way> ways, String why) throws BadRule {
        var cases = new ArrayList<HuntRule.Case>();
        for (var tree : Tree.list(ours.get("cases"))) {
            var one = Tree.keys(tree, "A case");
            var own = Tree.text(one.get("why"));
            cases.add(new HuntRule.Case(
                    stage(one.get("stage")),
                    detection.condition(Tree.texts(one.get("when")), ways),
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

    /// The fields that the rule names for people, else those that it asks.
    private static List<String> shows(Map<String, Object> document, Detection detection) throws BadRule {
        var shows = new LinkedHashSet<>(Tree.texts(document.get("fields")));
        shows.remove("");
        return List.copyOf(shows.isEmpty() ? detection.fields() : shows);
    }
}
