// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.sigma;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tidemark.hunt.Condition;
import org.tidemark.hunt.Kind;
import org.tidemark.hunt.Signs;
import org.tidemark.hunt.TextTest;
import org.tidemark.hunt.Wildcard;

/// Which records a rule's log source means, and how its fields are called in them. All of it is data: `sources.yaml`
/// beside this class.
public final class Sources {
    private static final String CHANNEL = "channel";
    private static final String CATEGORY = "category";
    private static final String PRODUCT = "product";
    private static final String SERVICE = "service";
    private static final String WINDOWS = "windows";

    private final List<Source> sources;
    private final Map<Kind, Map<String, Derived>> derived;

    /// One way in which a log source is written down here.
    ///
    /// @param channels the channels of event logs that it reads; empty for all
    /// @param where what else must hold of a record
    /// @param derived fields that readers work out, by their names in lower case
    /// @param fields the record's field for a rule's, both in lower case; others have the same name
    record Way(
            Kind kind,
            Set<String> channels,
            List<Condition> where,
            Map<String, String> fields,
            Map<String, Derived> derived) {
        String field(String name) {
            return fields.getOrDefault(name.toLowerCase(Locale.ROOT), name);
        }

        /// What is written down in both ways; empty where nothing can be.
        Optional<Way> and(Way other) {
            var common = new LinkedHashSet<>(channels.isEmpty() ? other.channels : channels);
            if (!other.channels.isEmpty()) {
                common.retainAll(other.channels);
            }
            boolean none = common.isEmpty() && !(channels.isEmpty() && other.channels.isEmpty());
            if (kind != other.kind || none) {
                return Optional.empty();
            }
            var names = new LinkedHashMap<>(other.fields);
            names.putAll(fields);
            return Optional.of(new Way(
                    kind,
                    common,
                    Stream.concat(where.stream(), other.where.stream()).toList(),
                    names,
                    derived));
        }
    }

    /// A field whose value does not stand in the record as it is.
    ///
    /// @param escapes of which one stands there where anything was decoded or left out; none where nothing can
    /// be said
    /// @param joins what stands in the value only
    record Derived(List<String> escapes, List<String> joins) {
        Derived {
            escapes = List.copyOf(escapes);
            joins = joins.stream().filter(join -> !join.isEmpty()).toList();
        }

        /// The record holds the value as it is, or something in it was worked out.
        List<Signs> ways(TextTest test) {
            if (escapes.isEmpty()) {
                return List.of(Signs.NONE);
            }
            var plain = new ArrayList<List<String>>();
            for (var clause : test.signs()) {
                var pieces = clause.stream().map(this::longest).toList();
                if (pieces.stream().noneMatch(String::isEmpty)) {
                    plain.add(pieces);
                }
            }
            return Stream.concat(
                            Stream.of(new Signs(plain)),
                            escapes.stream().map(escape -> new Signs(List.of(List.of(escape)))))
                    .toList();
        }

        private String longest(String piece) {
            return joins.isEmpty()
                    ? piece
                    : Arrays.stream(piece.split(
                                    joins.stream().map(Pattern::quote).collect(Collectors.joining("|")), -1))
                            .max(Comparator.comparingInt(String::length))
                            .orElse("");
        }
    }

    private record Source(Map<String, String> asked, List<Way> ways) {
        boolean isMeant(Map<String, String> logsource) {
            return asked.equals(logsource);
        }

        boolean holds(Map<String, String> logsource) {
            return asked.entrySet().containsAll(logsource.entrySet());
        }
    }

    private Sources(List<Source> sources, Map<Kind, Map<String, Derived>> derived) {
        this.sources = List.copyOf(sources);
        this.derived = derived;
    }

    /// Those that came with the program.
    public static Sources bundled() {
        try (var in = Sources.class.getResourceAsStream("sources.yaml")) {
            if (in == null) {
                throw new IllegalStateException("sources.yaml was not packaged");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BadRule e) {
            throw new IllegalStateException("sources.yaml: " + e.getMessage(), e);
        }
    }

    static Sources parse(String text) throws BadRule {
        var sources = new ArrayList<Source>();
        var derived = new EnumMap<Kind, Map<String, Derived>>(Kind.class);
        for (var document : Tree.documents(text)) {
            addDerived(document, derived);
            for (var entry : Tree.list(document.get("sources"))) {
                var keys = Tree.keys(entry, "A source");
                var asked = asked(Tree.keys(keys.get("logsource"), "A log source"));
                var ways = new ArrayList<Way>();
                for (var way : Tree.list(keys.containsKey("ways") ? keys.get("ways") : keys)) {
                    ways.add(way(Tree.keys(way, "A way"), derived));
                }
                sources.add(new Source(asked, ways));
            }
        }
        return new Sources(sources, derived);
    }

    private static void addDerived(Map<String, Object> document, Map<Kind, Map<String, Derived>> derived)
            throws BadRule {
        for (var entry : Tree.list(document.get("derived"))) {
            var keys = Tree.keys(entry, "A derived field");
            derived.computeIfAbsent(kind(keys), _ -> new HashMap<>())
                    .put(
                            Tree.text(keys.get("field")).toLowerCase(Locale.ROOT),
                            new Derived(Tree.texts(keys.get("escape")), Tree.texts(keys.get("join"))));
        }
    }

    private static Kind kind(Map<String, Object> keys) throws BadRule {
        return Kind.of(Tree.text(keys.get("kind")))
                .orElseThrow(() -> new BadRule("There is no kind `" + keys.get("kind") + "`."));
    }

    private static Way way(Map<String, Object> keys, Map<Kind, Map<String, Derived>> derived) throws BadRule {
        var kind = kind(keys);
        var where = new ArrayList<Condition>();
        var channels = new LinkedHashSet<String>();
        if (keys.containsKey("where")) {
            for (var entry : Tree.keys(keys.get("where"), "`where`").entrySet()) {
                if (entry.getKey().equalsIgnoreCase(CHANNEL)) {
                    channels.addAll(Tree.texts(entry.getValue()));
                }
                where.add(new Condition.Any(Tree.texts(entry.getValue()).stream()
                        .<Condition>map(
                                value -> new Condition.Field(entry.getKey(), Wildcard.of(value, false, false, true)))
                        .toList()));
            }
        }
        var fields = new LinkedHashMap<String, String>();
        if (keys.containsKey("fields")) {
            Tree.keys(keys.get("fields"), "`fields`")
                    .forEach((name, ours) -> fields.put(name.toLowerCase(Locale.ROOT), Tree.text(ours)));
        }
        return new Way(kind, channels, where, fields, derived.getOrDefault(kind, Map.of()));
    }

    /// The ways of a rule's log source; empty where nobody here reads it.
    Optional<List<Way>> of(Map<String, Object> logsource) {
        var asked = asked(logsource);
        return named(asked)
                .or(() -> own(asked))
                .or(() -> both(asked))
                .or(() -> wider(asked))
                .filter(ways -> !ways.isEmpty());
    }

    private Optional<List<Way>> named(Map<String, String> asked) {
        return sources.stream()
                .filter(source -> source.isMeant(asked))
                .map(Source::ways)
                .findFirst();
    }

    /// A rule may say what its category means, `process_creation` of `sysmon`: what is of both.
    private Optional<List<Way>> both(Map<String, String> asked) {
        if (!asked.containsKey(CATEGORY)
                || !asked.getOrDefault(PRODUCT, WINDOWS).equals(WINDOWS)) {
            return Optional.empty();
        }
        var category = Map.of(CATEGORY, asked.getOrDefault(CATEGORY, ""));
        var categories = named(category).or(() -> wider(category));
        if (!asked.containsKey(SERVICE)) {
            return categories;
        }
        var services = named(Map.of(PRODUCT, WINDOWS, SERVICE, asked.getOrDefault(SERVICE, "")));
        return categories.flatMap(ways -> services.map(others -> ways.stream()
                .flatMap(way -> others.stream().flatMap(other -> way.and(other).stream()))
                .toList()));
    }

    /// A rule that names less is meant for all that there is of it: `process_creation` on any system.
    private Optional<List<Way>> wider(Map<String, String> asked) {
        return asked.isEmpty()
                ? Optional.empty()
                : Optional.of(sources.stream()
                        .filter(source -> source.holds(asked))
                        .flatMap(source -> source.ways().stream())
                        .distinct()
                        .toList());
    }

    /// A category alone may name a kind of ours.
    private Optional<List<Way>> own(Map<String, String> asked) {
        return asked.size() == 1
                ? Kind.of(asked.getOrDefault(CATEGORY, ""))
                        .map(kind -> List.of(
                                new Way(kind, Set.of(), List.of(), Map.of(), derived.getOrDefault(kind, Map.of()))))
                : Optional.empty();
    }

    /// What a log source is told by; its other keys are words for people.
    static Map<String, String> asked(Map<String, Object> logsource) {
        var asked = new LinkedHashMap<String, String>();
        for (var key : List.of(CATEGORY, PRODUCT, SERVICE)) {
            var value = Tree.text(logsource.get(key)).toLowerCase(Locale.ROOT);
            if (!value.isEmpty()) {
                asked.put(key, value);
            }
        }
        return asked;
    }

    /// A log source in a few words, the same for all rules that ask for it.
    static String told(Map<String, Object> logsource) {
        var parts = asked(logsource);
        return parts.isEmpty() ? "without a name" : String.join(" ", parts.values());
    }
}
