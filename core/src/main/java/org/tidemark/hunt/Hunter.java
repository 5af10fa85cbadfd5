// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Holds records against rules. Used by several threads at once.
public final class Hunter {
    private static final int LONGEST_VALUE = 2_000;
    private static final List<String> ACTORS = List.of("clientipaddress", "c-ip", "ipaddress", "sourceip");
    private static final List<String> AGENTS = List.of("useragent", "cs(user-agent)", "clientinfo");

    private final Map<Kind, List<HuntRule>> rules = new EnumMap<>(Kind.class);
    private final HuntFacts facts;

    /// Rules that know nothing beside the record.
    public Hunter(List<HuntRule> rules) {
        this(rules, HuntFacts.NONE);
    }

    /// @param rules in the order in which their findings on one record shall stand
    /// @param facts what rules may know beside the record
    public Hunter(List<HuntRule> rules, HuntFacts facts) {
        this.facts = facts;
        for (var rule : rules) {
            for (var kind : rule.kinds()) {
                this.rules.computeIfAbsent(kind, _ -> new ArrayList<>()).add(rule);
            }
        }
    }

    /// Whether any rule is asked of this kind.
    public boolean asks(Kind kind) {
        return rules.containsKey(kind);
    }

    /// The ways in which a record of a kind can be hit by some rule, each with what then stands in its bytes.
    public List<Signs> ways(Kind kind) {
        return rules.getOrDefault(kind, List.of()).stream()
                .flatMap(rule -> rule.condition().ways().stream())
                .distinct()
                .toList();
    }

    /// What the rules make of a record.
    ///
    /// @param server where the record itself does not say
    public List<Finding> findings(Trace record, String server) {
        var asked = rules.getOrDefault(record.kind(), List.of());
        if (asked.isEmpty()) {
            return List.of();
        }
        var trace = facts.with(record);
        var found = new ArrayList<Finding>();
        for (var rule : asked) {
            rule.grade(trace).ifPresent(grade -> found.add(finding(rule, grade, trace, server)));
        }
        return found;
    }

    private Finding finding(HuntRule rule, HuntRule.Grade grade, Trace trace, String server) {
        var evidence = new LinkedHashMap<String, String>();
        for (var field : rule.shows()) {
            var value = String.join(" | ", trace.values(field));
            if (!value.isEmpty()) {
                evidence.put(field, value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value);
            }
        }
        return new Finding(
                rule,
                grade.stage(),
                trace.server() == null ? server : trace.server(),
                trace.time(),
                trace.kind(),
                trace.place(),
                actor(trace),
                first(trace, AGENTS),
                evidence,
                grade.why(),
                event(trace),
                List.of(),
                facts.indicators().in(trace));
    }

    private static @Nullable String event(Trace trace) {
        var number = trace.kind().hasChannels() ? trace.first("eventrecordid") : "";
        return number.isEmpty() ? null : trace.first("channel") + "#" + number;
    }

    /// Some logs name the way a request took: first the client, then the proxies.
    private static @Nullable String actor(Trace trace) {
        var told = first(trace, ACTORS);
        return told == null ? null : told.split("[ ,]", 2)[0];
    }

    private static @Nullable String first(Trace trace, List<String> fields) {
        for (var field : fields) {
            var value = trace.first(field);
            if (!value.isEmpty() && !value.equals("-")) {
                return value;
            }
        }
        return null;
    }
}
