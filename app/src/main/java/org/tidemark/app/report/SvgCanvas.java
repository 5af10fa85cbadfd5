// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.report;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/// Writes the elements of an SVG drawing. Every text is escaped here and nowhere else; every number is written with one
/// decimal, so that the same drawing has the same bytes on every machine.
final class SvgCanvas {
    private final StringBuilder out = new StringBuilder();

    /// A place in the drawing.
    record Spot(double x, double y) {}

    void raw(String markup) {
        out.append(markup).append('\n');
    }

    void text(String style, Spot at, String anchor, String text) {
        out.append("<text class=\"" + style + "\" x=\"" + number(at.x()) + "\" y=\"" + number(at.y())
                + "\" text-anchor=\"" + anchor + "\">" + PlainText.xml(text) + "</text>\n");
    }

    void line(String style, Spot from, Spot to) {
        out.append("<line class=\"" + style + "\" x1=\"" + number(from.x()) + "\" y1=\"" + number(from.y()) + "\" x2=\""
                + number(to.x()) + "\" y2=\"" + number(to.y()) + "\"/>\n");
    }

    void polyline(String style, List<Spot> spots) {
        out.append("<polyline class=\"" + style + "\" points=\"" + joined(spots) + "\"/>\n");
    }

    void polygon(String style, List<Spot> spots, String title) {
        out.append("<polygon class=\"" + style + "\" points=\"" + joined(spots) + "\"><title>" + PlainText.xml(title)
                + "</title></polygon>\n");
    }

    void circle(String style, Spot at, double radius, String title) {
        out.append("<circle class=\"" + style + "\" cx=\"" + number(at.x()) + "\" cy=\"" + number(at.y()) + "\" r=\""
                + number(radius) + "\"><title>" + PlainText.xml(title) + "</title></circle>\n");
    }

    void rectangle(String style, Spot corner, double width, double height) {
        out.append("<rect class=\"" + style + "\" x=\"" + number(corner.x()) + "\" y=\"" + number(corner.y())
                + "\" width=\"" + number(width) + "\" height=\"" + number(height) + "\"/>\n");
    }

    private static String joined(List<Spot> spots) {
        var joined = new StringJoiner(" ");
        spots.forEach(spot -> joined.add(number(spot.x()) + "," + number(spot.y())));
        return joined.toString();
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
