// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.returnedmail;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The words of an HTML page, without anything of it being followed or shown: tags become breaks or nothing.
final class HtmlText {
    private static final Set<String> BREAKS = Set.of(
            "br",
            "p",
            "div",
            "tr",
            "li",
            "ul",
            "ol",
            "table",
            "h1",
            "h2",
            "h3",
            "h4",
            "hr",
            "pre",
            "blockquote",
            "title",
            "body",
            "dd",
            "dt");

    private static final Set<String> HIDDEN = Set.of("script", "style");

    private static final Map<String, String> ENTITIES = Map.of(
            "lt", "<", "gt", ">", "amp", "&", "quot", "\"", "nbsp", " ", "apos", "'", "rsquo", "'", "lsquo", "'");

    private static final int LONGEST_ENTITY = 10;

    /// What is longer is no tag, and looking for its end again and again would cost too much.
    private static final int LONGEST_TAG = 16 << 10;

    private final String html;
    private final StringBuilder text = new StringBuilder();
    private int at;

    private HtmlText(String html) {
        this.html = html;
    }

    static String of(String html) {
        var page = new HtmlText(html);
        while (page.at < html.length()) {
            page.step();
        }
        return page.text.toString();
    }

    private void step() {
        char c = html.charAt(at);
        if (c == '<' && html.startsWith("<!--", at)) {
            at = after(html.indexOf("-->", at), 3);
        } else if (c == '<' && isTag()) {
            tag();
        } else if (c == '&') {
            entity();
        } else {
            // Breaks of the source are none of the page.
            text.append(c == '\n' || c == '\r' ? ' ' : c);
            at++;
        }
    }

    private boolean isTag() {
        int next = at + 1 < html.length() ? html.charAt(at + 1) : ' ';
        if (next != '/' && next != '!' && !Character.isLetter(next)) {
            return false;
        }
        // An address in angle brackets, as careless servers write it, is text.
        int end = tagEnd();
        int mark = end < 0 ? -1 : html.indexOf('@', at, end);
        return end >= 0 && (mark < 0 || html.substring(at, mark).indexOf(' ') >= 0);
    }

    private int tagEnd() {
        return html.indexOf('>', at, Math.min(html.length(), at + LONGEST_TAG));
    }

    private void tag() {
        int end = tagEnd() + 1;
        var inside = html.substring(at + 1, end - 1);
        boolean closing = inside.startsWith("/");
        var name = inside.substring(closing ? 1 : 0).split("[\\s/>]", 2)[0].toLowerCase(Locale.ROOT);
        at = end;
        if (BREAKS.contains(name)) {
            text.append('\n');
        } else if (name.equals("td")) {
            text.append(' ');
        } else if (!closing && HIDDEN.contains(name)) {
            at = after(lower().indexOf("</" + name, at), 0);
        }
    }

    private String lowered = "";

    private String lower() {
        if (lowered.isEmpty()) {
            lowered = html.toLowerCase(Locale.ROOT);
        }
        return lowered.length() == html.length() ? lowered : html;
    }

    private int after(int found, int length) {
        return found < 0 ? html.length() : found + length;
    }

    private void entity() {
        int end = html.indexOf(';', at, Math.min(html.length(), at + LONGEST_ENTITY));
        var name = end > at ? html.substring(at + 1, end) : "";
        var value = name.startsWith("#") ? numbered(name.substring(1)) : ENTITIES.getOrDefault(name, "");
        if (value.isEmpty()) {
            text.append('&');
            at++;
        } else {
            text.append(value);
            at = end + 1;
        }
    }

    private static String numbered(String number) {
        try {
            int point = number.startsWith("x") || number.startsWith("X")
                    ? Integer.parseInt(number.substring(1), 16)
                    : Integer.parseInt(number);
            return Character.isValidCodePoint(point) && !Character.isISOControl(point) ? Character.toString(point) : "";
        } catch (NumberFormatException e) {
            return "";
        }
    }
}
