// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.yara;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tidemark.hunt.Condition;
import org.tidemark.hunt.HuntRule;
import org.tidemark.hunt.Kind;
import org.tidemark.hunt.Level;

/// A rule that matched a file.
///
/// @param rule its name
/// @param namespace the file that it stands in
/// @param meta what it says of itself, by name
public record YaraHit(String rule, String namespace, List<String> tags, Map<String, String> meta) {
    private static final int HIGH = 75;
    private static final int MEDIUM = 50;
    private static final int LOW = 25;
    private static final int CRITICAL = 90;

    public YaraHit {
        tags = List.copyOf(tags);
        meta = Map.copyOf(meta);
    }

    /// The rule as one of a hunt: it holds of whatever it is asked, since libyara has judged the file before.
    /// It has
    /// no stage, since nobody here knows what its author meant a hit to show.
    public HuntRule asRule() {
        var description = meta.getOrDefault("description", "");
        return new HuntRule(
                rule,
                "YARA rule " + rule,
                level(),
                Set.of(Kind.FILE),
                new Condition.All(List.of()),
                null,
                List.of(),
                null,
                List.of(),
                description.isEmpty() ? "The YARA rule " + rule + " matched this file." : description,
                "",
                List.of(),
                List.of("path", "sha256", "namespace", "tags"));
    }

    /// Authors write a word or a number to a hundred, as `severity` or as `score`.
    private Level level() {
        var told = meta.getOrDefault("severity", meta.getOrDefault("score", ""));
        return Level.of(told).or(() -> number(told)).orElse(Level.MEDIUM);
    }

    private static Optional<Level> number(String told) {
        if (!told.matches("\\d{1,3}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(told);
        if (number >= HIGH) {
            return Optional.of(number >= CRITICAL ? Level.CRITICAL : Level.HIGH);
        }
        return Optional.of(number >= MEDIUM ? Level.MEDIUM : number >= LOW ? Level.LOW : Level.INFORMATIONAL);
    }
}
