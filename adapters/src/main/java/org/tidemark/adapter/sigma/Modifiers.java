// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.sigma;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.hunt.Condition;
import org.tidemark.hunt.TextTest;
import org.tidemark.hunt.Wildcard;

/// A field of a rule with its modifiers, `CommandLine|base64offset|contains`, and what they make of values (Sigma
/// specification 2.1, appendix "Modifiers").
final class Modifiers {
    private static final Set<String> NUMBERS = Set.of("lt", "lte", "gt", "gte");
    private static final Set<String> TIMES = Set.of("minute", "hour", "day", "week", "month", "year");
    private static final List<String> FLAGS = List.of("i", "ignorecase", "m", "multiline", "s", "dotall");
    private static final Set<String> KNOWN = Set.of(
            "contains",
            "startswith",
            "endswith",
            "all",
            "cased",
            "re",
            "i",
            "ignorecase",
            "m",
            "multiline",
            "s",
            "dotall",
            "cidr",
            "windash",
            "base64",
            "base64offset",
            "wide",
            "utf16le",
            "utf16be",
            "utf16",
            "exists",
            "lt",
            "lte",
            "gt",
            "gte",
            "fieldref",
            "neq",
            "minute",
            "hour",
            "day",
            "week",
            "month",
            "year");

    private final String spelled;
    private final String field;
    private final List<String> modifiers;

    private Modifiers(String spelled, String field, List<String> modifiers) {
        this.spelled = spelled;
        this.field = field;
        this.modifiers = modifiers;
    }

    static Modifiers of(String spelled) throws BadRule {
        var parts = spelled.split("\\|", -1);
        var modifiers = Arrays.asList(parts).subList(1, parts.length);
        if (modifiers.contains("expand")) {
            // What stands for a placeholder, only whoever runs the rules can say.
            throw new BadRule.Elsewhere("values for its placeholders");
        }
        for (var modifier : modifiers) {
            if (!KNOWN.contains(modifier)) {
                throw new BadRule("The modifier `" + modifier + "` of `" + spelled + "` is not known here.");
            }
        }
        boolean flagsAlone = modifiers.stream().anyMatch(FLAGS::contains) && !modifiers.contains("re");
        if (flagsAlone) {
            throw new BadRule("A flag in `" + spelled + "` stands without `re`.");
        }
        return new Modifiers(spelled, parts[0], modifiers);
    }

    private boolean has(String modifier) {
        return modifiers.contains(modifier);
    }

    /// What a record must be like.
    Condition condition(List<@Nullable Object> values, Sources.Way way) throws BadRule {
        if (field.isEmpty()) {
            return joined(keywords(values));
        }
        var name = way.field(field);
        if (has("exists")) {
            return new Condition.Present(name, isYes(values));
        }
        var parts = new ArrayList<Condition>();
        for (var value : values) {
            parts.add(one(name, value, way));
        }
        if (parts.isEmpty()) {
            throw new BadRule("`" + spelled + "` has no value.");
        }
        var condition = joined(parts);
        return has("neq") ? new Condition.Not(condition) : condition;
    }

    private boolean isYes(List<@Nullable Object> values) throws BadRule {
        var value = values.size() == 1 ? String.valueOf(values.getFirst()) : "";
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> throw new BadRule("`" + spelled + "` takes true or false.");
        };
    }

    private Condition joined(List<Condition> parts) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        return has("all") ? new Condition.All(parts) : new Condition.Any(parts);
    }

    private List<Condition> keywords(List<@Nullable Object> values) throws BadRule {
        var keywords = new ArrayList<Condition>();
        for (var value : values) {
            if (value == null) {
                throw new BadRule("A keyword is empty.");
            }
            var test = has("re") ? regex(value.toString()) : Wildcard.of(value.toString(), true, true, !has("cased"));
            keywords.add(new Condition.Keyword(test));
        }
        return keywords;
    }

    private Condition one(String name, @Nullable Object value, Sources.Way way) throws BadRule {
        if (value == null) {
            return new Condition.Present(name, false);
        }
        var text = value.toString();
        if (has("fieldref")) {
            return new Condition.Reference(name, way.field(text), place());
        }
        if (text.isEmpty() && modifiers.isEmpty()) {
            return new Condition.Present(name, false);
        }
        var test = test(text);
        var derived = way.derived().get(name.toLowerCase(Locale.ROOT));
        return derived == null ? new Condition.Field(name, test) : new Condition.Field(name, test, derived.ways(test));
    }

    private Condition.Reference.Way place() {
        if (has("contains")) {
            return Condition.Reference.Way.ANYWHERE;
        }
        if (has("startswith")) {
            return Condition.Reference.Way.AT_START;
        }
        return has("endswith") ? Condition.Reference.Way.AT_END : Condition.Reference.Way.WHOLE;
    }

    private TextTest test(String value) throws BadRule {
        if (has("re")) {
            return regex(value);
        }
        if (has("cidr")) {
            return Network.of(value).orElseThrow(() -> new BadRule("`" + value + "` is no network."));
        }
        var time = modifiers.stream().filter(TIMES::contains).findFirst();
        var number = modifiers.stream().filter(NUMBERS::contains).findFirst();
        if (time.isPresent() || number.isPresent()) {
            var comparison = Comparison.of(number.orElse("eq"), value)
                    .orElseThrow(() -> new BadRule("`" + spelled + "` takes a number, not `" + value + "`."));
            return time.isPresent() ? new TimePart(time.get(), comparison) : comparison;
        }
        var tests = new ArrayList<TextTest>();
        for (var spelling : spellings(value)) {
            tests.add(Wildcard.of(
                    spelling, has("contains") || has("endswith"), has("contains") || has("startswith"), !has("cased")));
        }
        return tests.size() == 1 ? tests.getFirst() : new AnyOf(tests);
    }

    /// The value in all forms that the modifiers ask for.
    private Set<String> spellings(String value) throws BadRule {
        var spellings = new LinkedHashSet<String>();
        for (var dashed : has("windash") ? dashed(value) : Set.of(value)) {
            if (has("base64offset")) {
                spellings.addAll(atOffsets(bytes(dashed)));
            } else if (has("base64")) {
                spellings.add(Base64.getEncoder().encodeToString(bytes(dashed)));
            } else if (isWide()) {
                spellings.add(new String(bytes(dashed), StandardCharsets.ISO_8859_1));
            } else {
                spellings.add(dashed);
            }
        }
        return spellings;
    }

    private boolean isWide() {
        return has("wide") || has("utf16le") || has("utf16be") || has("utf16");
    }

    private byte[] bytes(String value) {
        Charset charset = has("utf16be")
                ? StandardCharsets.UTF_16BE
                : has("utf16")
                        ? StandardCharsets.UTF_16
                        : isWide() ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
        return value.getBytes(charset);
    }

    /// The part of the Base64 of a text around these bytes that does not depend on what stands beside them, for
    /// each of the three places at which they can begin.
    private static List<String> atOffsets(byte[] bytes) {
        var all = new ArrayList<String>();
        for (int offset = 0; offset < 3; offset++) {
            var padded = new byte[offset + bytes.length];
            System.arraycopy(bytes, 0, padded, offset, bytes.length);
            var encoded = Base64.getEncoder().withoutPadding().encodeToString(padded);
            int from = offset == 0 ? 0 : offset + 1;
            int to = padded.length / 3 * 4 + (padded.length % 3 == 2 ? 2 : padded.length % 3 == 1 ? 1 : 0);
            all.add(encoded.substring(from, Math.min(to, encoded.length())));
        }
        return all;
    }

    /// The dashes that Windows takes for the one that begins an option.
    private static Set<String> dashed(String value) {
        var all = new LinkedHashSet<String>();
        all.add(value);
        for (var dash : List.of("-", "/", "–", "—", "―")) {
            all.add(value.replaceAll("(?<!\\S)[-/](?=\\S)", dash));
        }
        return all;
    }

    private TextTest regex(String value) throws BadRule {
        int flags = has("i") || has("ignorecase") ? Pattern.CASE_INSENSITIVE : 0;
        flags |= has("m") || has("multiline") ? Pattern.MULTILINE : 0;
        flags |= has("s") || has("dotall") ? Pattern.DOTALL : 0;
        try {
            var pattern = Pattern.compile(value, flags);
            return new Regex(pattern, RegexSigns.of(value));
        } catch (PatternSyntaxException e) {
            throw new BadRule("The pattern of `" + spelled + "` is not taken by the linear-time engine: "
                    + e.getDescription() + ".");
        }
    }
}
