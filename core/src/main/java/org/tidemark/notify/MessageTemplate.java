// SPDX-License-Identifier: Apache-2.0
package org.tidemark.notify;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The words of a message, with places for what differs.
///
/// The first line is `subject: …`, the second `---`; the rest is the text. `{name}` stands for a value. Lines between
/// `{#name}` and `{/name}`, each alone on its line, are written where the name is true, once for each where it is a
/// list, and not at all where it is neither. Values are put in as they are and never read again, so nothing in them is
/// taken for a place.
public final class MessageTemplate {
    private static final Pattern OPEN = Pattern.compile("\\{#([a-zA-Z]+)}");
    private static final Pattern CLOSE = Pattern.compile("\\{/([a-zA-Z]+)}");
    private static final Pattern VALUE = Pattern.compile("\\{([a-zA-Z]+)}");

    private final String subject;
    private final List<Part> parts;

    private sealed interface Part {
        /// A line as it stands, without its end.
        record Line(String text) implements Part {}

        record Block(String name, List<Part> parts) implements Part {}
    }

    /// A message with its values.
    public record Message(String subject, String text) {}

    private MessageTemplate(String subject, List<Part> parts) {
        this.subject = subject;
        this.parts = parts;
    }

    /// @throws IllegalArgumentException where the text is no template
    public static MessageTemplate parse(String text) {
        var lines = text.lines().toList();
        if (lines.size() < 3
                || !lines.getFirst().startsWith("subject: ")
                || !lines.get(1).equals("---")) {
            throw new IllegalArgumentException("a template begins with `subject: …` and a line `---`");
        }
        Deque<List<Part>> open = new ArrayDeque<>(List.of(new ArrayList<>()));
        Deque<String> names = new ArrayDeque<>();
        for (var line : lines.subList(2, lines.size())) {
            var begins = OPEN.matcher(line.strip());
            var ends = CLOSE.matcher(line.strip());
            if (begins.matches()) {
                names.push(begins.group(1));
                open.push(new ArrayList<>());
            } else if (ends.matches()) {
                if (names.isEmpty() || !names.element().equals(ends.group(1))) {
                    throw new IllegalArgumentException("{/" + ends.group(1) + "} closes nothing that is open");
                }
                var block = new Part.Block(names.pop(), open.pop());
                open.element().add(block);
            } else {
                open.element().add(new Part.Line(line));
            }
        }
        if (!names.isEmpty()) {
            throw new IllegalArgumentException("{#" + names.element() + "} is never closed");
        }
        return new MessageTemplate(lines.getFirst().substring("subject: ".length()), open.element());
    }

    /// @param values texts, truths and lists of such maps; inside a list its own values go before those around it
    /// @throws IllegalArgumentException where the template asks for a value that is not there
    public Message fill(Map<String, Object> values) {
        var text = new StringBuilder();
        var around = new ArrayDeque<Map<String, Object>>();
        around.push(values);
        write(parts, around, text);
        return new Message(put(subject, around), text.toString());
    }

    private static void write(List<Part> parts, Deque<Map<String, Object>> around, StringBuilder to) {
        for (var part : parts) {
            switch (part) {
                case Part.Line line -> to.append(put(line.text(), around)).append('\n');
                case Part.Block block -> block(block, around, to);
            }
        }
    }

    private static void block(Part.Block block, Deque<Map<String, Object>> around, StringBuilder to) {
        var value = find(block.name(), around);
        if (value instanceof List<?> list) {
            for (var item : list) {
                around.push(mapOf(item));
                write(block.parts(), around, to);
                around.pop();
            }
        } else if (Boolean.TRUE.equals(value)) {
            write(block.parts(), around, to);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> mapOf(Object item) {
        return (Map<String, Object>) item;
    }

    private static @Nullable Object find(String name, Deque<Map<String, Object>> around) {
        for (var values : around) {
            if (values.containsKey(name)) {
                return values.get(name);
            }
        }
        return null;
    }

    private static String put(String line, Deque<Map<String, Object>> around) {
        var matcher = VALUE.matcher(line);
        var text = new StringBuilder();
        int from = 0;
        while (matcher.find()) {
            var value = find(matcher.group(1), around);
            if (value == null) {
                throw new IllegalArgumentException(
                        "the template asks for {" + matcher.group(1) + "}, which is nothing");
            }
            text.append(line, from, matcher.start()).append(value);
            from = matcher.end();
        }
        return text.append(line.substring(from)).toString();
    }
}
