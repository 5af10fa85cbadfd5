// SPDX-License-Identifier: Apache-2.0
package org.tidemark.bounce;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Header fields that stand together, with an empty line before and behind: the form of reports (RFC 3464, section
/// 2.1). Names are in lower case, folded values are joined.
final class FieldBlock {
    private static final int MOST_BLOCKS = 2_000;
    private static final int MOST_FIELDS = 200;
    private static final int LONGEST = 16_384;

    private static final Pattern FIELD = Pattern.compile("^([A-Za-z][A-Za-z0-9-]{0,60})\\s{0,3}:(.*)$", Pattern.DOTALL);

    /// What says of whom a block speaks, and what happened: twice in one block, it begins a new one.
    private static final Set<String> ONCE = Set.of("final-recipient", "action", "status");

    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private String last = "";

    /// All blocks of a text.
    ///
    /// @param known the names that are fields; any other line goes on with the field above it
    static List<FieldBlock> all(String text, Predicate<String> known) {
        var blocks = new ArrayList<FieldBlock>();
        var block = new FieldBlock();
        for (var line : text.split("\r?\n|\r", -1)) {
            boolean ends = line.isBlank() || block.repeats(line, known);
            if (ends && !block.fields.isEmpty()) {
                blocks.add(block);
                block = new FieldBlock();
            }
            if (blocks.size() >= MOST_BLOCKS) {
                break;
            }
            block.line(line, known);
        }
        if (!block.fields.isEmpty()) {
            blocks.add(block);
        }
        return blocks;
    }

    /// The first block of a text: the header of a mail.
    static FieldBlock first(String text) {
        var blocks = all(text, _ -> true);
        return blocks.isEmpty() ? new FieldBlock() : blocks.getFirst();
    }

    private boolean repeats(String line, Predicate<String> known) {
        var matcher = FIELD.matcher(line);
        if (!matcher.matches()) {
            return false;
        }
        var name = matcher.group(1).toLowerCase(Locale.ROOT);
        boolean again = ONCE.contains(name) || (name.equals("original-recipient") && fields.containsKey("action"));
        return again && known.test(name) && fields.containsKey(name);
    }

    private void line(String line, Predicate<String> known) {
        var matcher = FIELD.matcher(line);
        if (matcher.matches() && known.test(matcher.group(1).toLowerCase(Locale.ROOT))) {
            last = matcher.group(1).toLowerCase(Locale.ROOT);
            if (fields.size() < MOST_FIELDS) {
                fields.computeIfAbsent(last, _ -> new ArrayList<>(1))
                        .add(matcher.group(2).strip());
            }
        } else if (!line.isBlank() && fields.containsKey(last)) {
            var values = fields.get(last);
            if (values.getLast().length() < LONGEST) {
                values.set(values.size() - 1, values.getLast() + " " + line.strip());
            }
        }
    }

    /// Takes what another block says and this one leaves open.
    void fillFrom(FieldBlock other) {
        other.fields.forEach(fields::putIfAbsent);
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /// The values of a field one behind the other; empty where there is none.
    String text(String name) {
        return String.join(" ", all(name));
    }
}
