// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidemark.track.Break;
import org.tidemark.track.Point;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class TrendSvgTest {
    static Stream<Long> seeds() {
        return IntStream.range(0, 60).mapToObj(seed -> (long) seed);
    }

    @Test
    void the_drawings_are_as_they_were() {
        var lines = TrendSvg.lines(Samples.burnDown(), "trend");
        var groups = TrendSvg.lines(Samples.groups(8), "trend");
        var shares = TrendSvg.stacked(Samples.burnDown(), "cohort");

        assertThat(lines).isEqualTo(Samples.golden("burn-down.svg", lines));
        assertThat(groups).isEqualTo(Samples.golden("groups.svg", groups));
        assertThat(shares).isEqualTo(Samples.golden("cohort.svg", shares));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void any_drawing_is_whole_and_inside_its_box(long seed) {
        var drawing = Samples.any(seed);
        for (var text : all(drawing)) {
            var svg = parsed(text).getDocumentElement();

            assertThat(svg.getAttribute("role")).isEqualTo("img");
            var box = svg.getAttribute("viewBox").split(" ", -1);
            double width = Double.parseDouble(box[2]);
            double height = Double.parseDouble(box[3]);
            for (var element : elements(svg)) {
                for (var x : numbers(element, true)) {
                    assertThat(x).as(element.getTagName()).isBetween(0.0, width);
                }
                for (var y : numbers(element, false)) {
                    assertThat(y).as(element.getTagName()).isBetween(0.0, height);
                }
                assertThat(element.getTagName())
                        .isIn("svg", "title", "desc", "style", "text", "line", "polyline", "polygon", "circle", "rect");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothing_from_outside_is_markup_or_obeyed(long seed) {
        for (var text : all(Samples.any(seed))) {
            assertThat(text).doesNotContain("<script", "\u001B", "\u202E", "]]>", "http://www.example");
            assertThat(text.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http");
            assertThat(parsed(text).getElementsByTagName("title").item(0).getTextContent())
                    .startsWith("<script>alert(1)</script> \"&' ?[31m??");
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_same_points_in_another_order_are_the_same_bytes(long seed) {
        var drawing = Samples.any(seed);
        var other = new TrendDrawing(
                drawing.title(),
                drawing.points().reversed(),
                drawing.breaks(),
                drawing.events(),
                drawing.published(),
                drawing.bands(),
                drawing.meaning());

        assertThat(TrendSvg.lines(other, "t")).isEqualTo(TrendSvg.lines(drawing, "t"));
    }

    @Test
    void no_line_and_no_area_crosses_a_break() {
        var drawing = Samples.burnDown();
        for (var text : List.of(TrendSvg.lines(drawing, "t"), TrendSvg.stacked(drawing, "t"))) {
            var svg = parsed(text).getDocumentElement();
            var cut = elements(svg).stream()
                    .filter(element -> element.getAttribute("class").equals("break"))
                    .mapToDouble(element -> Double.parseDouble(element.getAttribute("x1")))
                    .findFirst()
                    .orElseThrow();
            var joined = elements(svg).stream()
                    .filter(element -> element.hasAttribute("points"))
                    .toList();

            assertThat(joined).isNotEmpty().allSatisfy(element -> {
                var xs = numbers(element, true);
                assertThat(xs.stream().allMatch(x -> x < cut) || xs.stream().allMatch(x -> x > cut))
                        .isTrue();
            });
        }
    }

    @Test
    void labels_of_events_do_not_lie_over_each_other() {
        var events = new ArrayList<TrendDrawing.Event>();
        for (int i = 0; i < 12; i++) {
            events.add(new TrendDrawing.Event(Samples.FIRST.plusDays(i / 3), "event number " + i));
        }
        var svg = parsed(TrendSvg.lines(Samples.burnDown().withEvents(events), "t"))
                .getDocumentElement();
        var labels = elements(svg).stream()
                .filter(element -> element.getTextContent().startsWith("event number"))
                .toList();

        assertThat(labels).hasSize(6);
        for (var one : labels) {
            for (var other : labels) {
                if (!one.equals(other) && one.getAttribute("y").equals(other.getAttribute("y"))) {
                    double gap = Math.abs(
                            Double.parseDouble(one.getAttribute("x")) - Double.parseDouble(other.getAttribute("x")));
                    assertThat(gap).isGreaterThan(one.getTextContent().length() * 7.0);
                }
            }
        }
        assertThat(svg.getTextContent()).contains("Also marked: 5 March 2021, event number 11");
    }

    @Test
    void the_areas_of_a_cohort_fill_the_whole() {
        var svg = parsed(
                        TrendSvg.stacked(TrendDrawing.of("c", Samples.burnDown().points(), List.of()), "t"))
                .getDocumentElement();
        var areas = elements(svg).stream()
                .filter(element -> element.getTagName().equals("polygon"))
                .toList();

        assertThat(areas).hasSize(5);
        double sum = areas.stream().mapToDouble(TrendSvgTest::area).sum();
        assertThat(sum).isCloseTo(260.0 * (760 - 76 - 24), within(200.0));
    }

    /// The shoelace formula.
    private static double area(Element polygon) {
        var xs = numbers(polygon, true);
        var ys = numbers(polygon, false);
        double twice = 0;
        for (int i = 0; i < xs.size(); i++) {
            int next = (i + 1) % xs.size();
            twice += xs.get(i) * ys.get(next) - xs.get(next) * ys.get(i);
        }
        return Math.abs(twice) / 2;
    }

    @Test
    void one_point_no_point_and_nothing_but_zeros_are_drawn() {
        var none = TrendDrawing.of("none", List.of(), List.of());
        var one = TrendDrawing.of("one", List.of(Samples.point(0, "all", 7)), List.of());
        var zeros = TrendDrawing.of(
                "zeros",
                List.of(Samples.point(0, "all", 0), Samples.point(3, "all", 0)),
                List.of(new Break(Samples.FIRST.plusDays(2), "r")));

        assertThat(TrendSvg.lines(none, "t")).contains("There is no point to draw.");
        assertThat(TrendSvg.lines(one, "t")).contains("<circle").doesNotContain("<polyline");
        assertThat(TrendSvg.lines(zeros, "t")).contains("<circle").doesNotContain("<polyline");
        assertThat(TrendSvg.stacked(none, "t")).contains("There is no point to draw.");
        assertThat(TrendSvg.stacked(one, "t")).doesNotContain("<polygon");
    }

    @Test
    void what_cannot_be_drawn_together_is_refused() {
        var point = Samples.point(0, "all", 1);
        var cohort = new Point(point.date(), Point.Series.COHORT, "all", point.stocks(), point.flows());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrendDrawing.of("two", List.of(point, cohort), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> TrendSvg.stacked(Samples.groups(2), "t"));
        assertThatIllegalArgumentException().isThrownBy(() -> TrendSvg.lines(Samples.groups(2), "t\"><script>"));
    }

    private static List<String> all(TrendDrawing drawing) {
        var texts = new ArrayList<String>();
        texts.add(TrendSvg.lines(drawing, "t"));
        if (drawing.groups().size() < 2) {
            texts.add(TrendSvg.stacked(drawing, "t"));
        }
        return texts;
    }

    private static Document parsed(String svg) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError("no well-formed XML: " + svg, e);
        }
    }

    private static List<Element> elements(Element root) {
        var nodes = root.getElementsByTagName("*");
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    /// All places of an element on one axis.
    private static List<Double> numbers(Element element, boolean across) {
        var numbers = new ArrayList<Double>();
        for (var name : across ? List.of("x", "x1", "x2", "cx") : List.of("y", "y1", "y2", "cy")) {
            if (element.hasAttribute(name)) {
                numbers.add(Double.parseDouble(element.getAttribute(name)));
            }
        }
        if (element.hasAttribute("points")) {
            for (var pair : element.getAttribute("points").split(" ", -1)) {
                numbers.add(Double.parseDouble(pair.split(",", -1)[across ? 0 : 1]));
            }
        }
        if (element.hasAttribute("width") && element.hasAttribute("x")) {
            numbers.add(numbers.getFirst() + Double.parseDouble(element.getAttribute(across ? "width" : "height")));
        }
        return numbers;
    }
}
