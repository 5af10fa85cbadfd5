// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes XML text of an event's fields again.
final class EvtxXml {
    private static final String INDENT = "  ";

    private final StringBuilder xml = new StringBuilder(1_024).append("<Event");
    private final List<String> open = new ArrayList<>();

    /// The start tag of the innermost element still takes attributes.
    private boolean inTag = true;

    /// The innermost element holds text, so that its end tag follows at once.
    private boolean inText;

    private EvtxXml() {}

    static String of(List<EvtxField> fields) {
        var text = new EvtxXml();
        fields.forEach(text::add);
        return text.finish();
    }

    private void add(EvtxField field) {
        var steps = steps(field.path());
        var last = steps.isEmpty() ? "" : steps.getLast();
        boolean leaf = last.startsWith("@") || last.startsWith("?");
        var elements = leaf ? steps.subList(0, steps.size() - 1) : steps;
        moveTo(elements, Math.max(0, elements.size() - field.opened()));
        if (last.startsWith("@")) {
            attribute(last.substring(1), field.value());
        } else if (last.startsWith("?")) {
            content();
            xml.append("<?").append(last, 1, last.length()).append(' ');
            xml.append(escaped(field.value(), false).replace("?>", "? >")).append("?>");
        } else if (!field.value().isEmpty()) {
            content();
            xml.append(escaped(field.value(), false));
            inText = true;
        }
    }

    /// Closes and opens elements until these are open.
    private void moveTo(List<String> elements, int kept) {
        int shared = 0;
        while (shared < Math.min(kept, open.size()) && open.get(shared).equals(elements.get(shared))) {
            shared++;
        }
        while (open.size() > shared) {
            close(open.removeLast(), open.size() + 1);
        }
        for (var element : elements.subList(shared, elements.size())) {
            open(element);
        }
    }

    private void open(String step) {
        content();
        if (!inText) {
            newLine(open.size() + 1);
        }
        inText = false;
        xml.append('<').append(name(step));
        if (step.endsWith("]")) {
            var dataName = step.substring("Data[".length(), step.length() - 1).replace("]]", "]");
            attributeText("Name", dataName);
        }
        open.add(step);
        inTag = true;
    }

    private static String name(String step) {
        return step.startsWith("Data[") ? "Data" : step;
    }

    private void attribute(String name, String value) {
        if (!inTag && !open.isEmpty()) {
            // Only fields that no reader made come in this order.
            var step = open.removeLast();
            close(step, open.size() + 1);
            open(step);
        }
        if (inTag) {
            attributeText(name, value);
        }
    }

    private void attributeText(String name, String value) {
        xml.append(' ').append(name).append("=\"").append(escaped(value, true)).append('"');
    }

    private void content() {
        if (inTag) {
            xml.append('>');
            inTag = false;
        }
    }

    private void close(String step, int depth) {
        if (inTag) {
            xml.append("/>");
        } else {
            if (!inText) {
                newLine(depth);
            }
            xml.append("</").append(name(step)).append('>');
        }
        inTag = false;
        inText = false;
    }

    private String finish() {
        moveTo(List.of(), 0);
        close("Event", 0);
        return xml.append('\n').toString();
    }

    private void newLine(int depth) {
        xml.append('\n').repeat(INDENT, depth);
    }

    /// The steps of a path. In the brackets of a `Data` a slash is part of the name.
    private static List<String> steps(String path) {
        var steps = new ArrayList<String>();
        int start = 0;
        boolean bracket = false;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '[' && !bracket) {
                bracket = true;
            } else if (c == ']' && bracket) {
                if (i + 1 < path.length() && path.charAt(i + 1) == ']') {
                    i++;
                } else {
                    bracket = false;
                }
            } else if (c == '/' && !bracket) {
                steps.add(path.substring(start, i));
                start = i + 1;
            }
        }
        if (start < path.length()) {
            steps.add(path.substring(start));
        }
        return steps;
    }

    private static String escaped(String value, boolean attribute) {
        StringBuilder escaped = null;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            var instead = instead(c, attribute, value, i);
            if (instead != null && escaped == null) {
                escaped = new StringBuilder(value.length() + 16).append(value, 0, i);
            }
            if (escaped != null) {
                if (instead == null) {
                    escaped.append(c);
                } else {
                    escaped.append(instead);
                }
            }
        }
        return escaped == null ? value : escaped.toString();
    }

    private static @Nullable String instead(char c, boolean attribute, String value, int index) {
        return switch (c) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            case '"' -> attribute ? "&quot;" : null;
            // A parser would make a blank or another line end of it.
            case '\n', '\t' -> attribute ? "&#" + (int) c + ';' : null;
            case '\r' -> "&#13;";
            default -> isXml(c, value, index) ? null : "\uFFFD";
        };
    }

    private static boolean isXml(char c, String value, int index) {
        if (Character.isHighSurrogate(c)) {
            return index + 1 < value.length() && Character.isLowSurrogate(value.charAt(index + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return index > 0 && Character.isHighSurrogate(value.charAt(index - 1));
        }
        return c >= ' ' && c < '\uFFFE';
    }
}
