// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidemark.app.report.PlainText;
import org.tidemark.app.report.Samples;
import org.tidemark.app.report.TrendDrawing;
import org.tidemark.track.Break;
import org.tidemark.track.Point;

class TrendChartTest {
    static Stream<Long> seeds() {
        return IntStream.range(0, 60).mapToObj(seed -> (long) seed);
    }

    @ParameterizedTest
    @CsvSource({"80, 18, true, burn-down-80.txt", "60, 14, false, burn-down-60-ascii.txt"})
    void the_chart_of_one_group_is_as_it_was(int width, int height, boolean unicode, String golden) {
        var drawn = String.join("\n", TrendChart.lines(Samples.burnDown(), width, height, unicode)) + "\n";

        assertThat(drawn).isEqualTo(Samples.golden(golden, drawn));
    }

    @Test
    void the_chart_of_several_groups_is_as_it_was() {
        var drawn = String.join("\n", TrendChart.lines(Samples.groups(4), 60, 16, true)) + "\n";

        assertThat(drawn).isEqualTo(Samples.golden("groups-60.txt", drawn));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void no_chart_is_wider_than_its_terminal_or_holds_what_one_would_obey(long seed) {
        var drawing = Samples.any(seed);
        for (int width : List.of(1, 40, 60, 80, 200)) {
            for (boolean unicode : List.of(true, false)) {
                assertThat(TrendChart.lines(drawing, width, 12, unicode)).allSatisfy(line -> {
                    assertThat(PlainText.columns(line)).isLessThanOrEqualTo(Math.max(40, width));
                    assertThat(Terminal.safe(line)).isEqualTo(line);
                    if (!unicode) {
                        assertThat(line).matches("\\p{ASCII}*");
                    }
                });
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void nothing_is_drawn_between_the_points_around_a_break(boolean unicode) {
        var points = List.of(
                Samples.point(0, "all", 900),
                Samples.point(10, "all", 800),
                Samples.point(30, "all", 300),
                Samples.point(40, "all", 200));
        var broken = TrendDrawing.of("t", points, List.of(new Break(Samples.FIRST.plusDays(20), "another sensor")));
        var joined = TrendDrawing.of("t", points, List.of());

        assertThat(middle(broken, unicode)).isBlank();
        assertThat(middle(joined, unicode)).isNotBlank();
        assertThat(String.join("\n", TrendChart.lines(broken, 80, 16, unicode)))
                .contains("22 March 2021, not comparable with before: another sensor");
    }

    /// What stands in the columns between days 12 and 28.
    private static String middle(TrendDrawing drawing, boolean unicode) {
        var text = new StringBuilder();
        var lines = TrendChart.lines(drawing, 80, 16, unicode);
        for (var line : lines.subList(1, 15)) {
            int edge = 7;
            int width = 80 - edge;
            text.append(line + " ".repeat(80 - line.length()), edge + width * 12 / 40, edge + width * 28 / 40);
        }
        return text.toString();
    }

    @Test
    void one_point_no_point_and_nothing_but_zeros_are_drawn() {
        assertThat(TrendChart.lines(TrendDrawing.of("none", List.of(), List.of()), 80, 12, true))
                .containsExactly("none", "Nothing to draw: there is no point.");
        assertThat(String.join("", TrendChart.lines(of(Samples.point(0, "all", 7)), 80, 12, true)))
                .contains("•", "2 March 2021.");
        assertThat(TrendChart.lines(of(Samples.point(0, "all", 0), Samples.point(4, "all", 0)), 80, 12, false)
                        .get(10))
                .contains("0 +o...")
                .endsWith("o");
    }

    private static TrendDrawing of(Point... points) {
        return TrendDrawing.of("t", List.of(points), List.of());
    }

    @Test
    void a_thousand_days_fit() {
        var points = new ArrayList<Point>();
        for (int day = 0; day < 1_000; day++) {
            points.add(Samples.point(day, "all", 1_000_000 - day));
        }

        var lines = TrendChart.lines(TrendDrawing.of("t", points, List.of()), 60, 12, true);

        assertThat(lines.get(12)).contains("Mar 2021").doesNotContain("  2 Mar");
        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(60));
    }

    @ParameterizedTest
    @CsvSource({
        "en_GB.UTF-8, xterm, true",
        "C.utf8, xterm, true",
        "C, xterm, false",
        "en_GB.UTF-8, linux, false",
        "en_GB.UTF-8, dumb, false"
    })
    void braille_is_for_terminals_that_show_it(String locale, String terminal, boolean takes) {
        assertThat(TrendChart.takesUnicode(Map.of("LANG", locale, "TERM", terminal)))
                .isEqualTo(takes);
        assertThat(TrendChart.takesUnicode(Map.of())).isFalse();
    }
}
