// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tidemark.track.Break;
import org.tidemark.track.Flows;
import org.tidemark.track.Point;
import org.tidemark.track.Stocks;

/// Populations to draw, and the drawings as they were.
public final class Samples {
    public static final LocalDate FIRST = LocalDate.of(2021, 3, 2);
    public static final String HOSTILE = "<script>alert(1)</script> \"&' \u001B[31m\u202E\uD800 漢字漢字漢字 ]]>";

    private Samples() {}

    public static Point point(int day, String group, int vulnerable) {
        int patched = Math.max(0, 100_000 - vulnerable);
        return new Point(
                FIRST.plusDays(day),
                Point.Series.OPEN,
                group,
                new Stocks(vulnerable, patched, patched / 20, vulnerable / 10, day * 100, 0),
                Flows.NONE);
    }

    /// One group that falls, with a break on the tenth day.
    public static TrendDrawing burnDown() {
        var points = new ArrayList<Point>();
        for (int day = 0; day <= 28; day++) {
            int fall = (int) Math.round(100_000 * Math.exp(-day / 10.0));
            points.add(point(day, "all", day < 10 ? fall : fall + 12_000));
        }
        var bands = points.stream()
                .map(p -> new TrendDrawing.Span(
                        p.date(),
                        "all",
                        p.stocks().vulnerable() * 0.9,
                        p.stocks().vulnerable() * 1.1))
                .toList();
        return TrendDrawing.of(
                        "Vulnerable to a campaign", points, List.of(new Break(FIRST.plusDays(10), "another method")))
                .withBands(bands)
                .withEvents(List.of(
                        new TrendDrawing.Event(FIRST, "Disclosure and first updates"),
                        new TrendDrawing.Event(FIRST.plusDays(6), "Updates for six older levels"),
                        new TrendDrawing.Event(FIRST.plusDays(8), "Updates for six more"),
                        new TrendDrawing.Event(FIRST.plusDays(9), "Updates for the oldest seven")))
                .withPublished(List.of(
                        new TrendDrawing.Published(FIRST.plusDays(9), 82_000, "a scanner"),
                        new TrendDrawing.Published(FIRST.plusDays(20), 30_000, "the vendor")));
    }

    public static TrendDrawing groups(int count) {
        var points = new ArrayList<Point>();
        for (int g = 0; g < count; g++) {
            for (int day = 0; day <= 12; day += 3) {
                points.add(point(day, "group " + g, 4_000 * (count - g) / (1 + day / 3)));
            }
        }
        return TrendDrawing.of("By group", points, List.of(new Break(FIRST.plusDays(5), "fewer ports")));
    }

    /// Anything that a tracker may hand over: days left out, breaks on, between and outside them, hostile words.
    public static TrendDrawing any(long seed) {
        var random = new Random(seed);
        var points = new ArrayList<Point>();
        var names = List.of("all", HOSTILE, "漢字", "");
        int groups = 1 + random.nextInt(4);
        int length = List.of(0, 1, 2, 30, 1_000).get(random.nextInt(5));
        int size = List.of(0, 1, 50, 400_000).get(random.nextInt(4));
        for (int g = 0; g < groups; g++) {
            for (int day = 0; day < length; day++) {
                if (random.nextInt(4) > 0) {
                    points.add(point(day, names.get(g), random.nextInt(size + 1)));
                }
            }
        }
        var breaks = new ArrayList<Break>();
        var events = new ArrayList<TrendDrawing.Event>();
        for (int i = 0; i < random.nextInt(40); i++) {
            breaks.add(new Break(day(random, length), HOSTILE));
            events.add(new TrendDrawing.Event(day(random, length), "event " + i + HOSTILE.repeat(random.nextInt(3))));
        }
        var published = random.nextBoolean()
                ? List.of(new TrendDrawing.Published(day(random, length), random.nextInt(500_000), HOSTILE))
                : List.<TrendDrawing.Published>of();
        var bands = points.stream()
                .filter(_ -> random.nextInt(3) == 0)
                .map(p ->
                        new TrendDrawing.Span(p.date(), p.group(), 0, p.stocks().vulnerable() * 1.5))
                .toList();
        return new TrendDrawing(HOSTILE, points, breaks, events, published, bands, TrendDrawing.Band.CONFIDENCE);
    }

    private static LocalDate day(Random random, int length) {
        return FIRST.plusDays(random.nextInt(length + 20) - 10L);
    }

    /// The drawing as it was; `-Dgolden.update=true` writes what it is now.
    public static String golden(String name, String drawn) {
        var file = Path.of("src/test/resources/charts", name);
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.writeString(file, drawn);
            }
            return Files.readString(file).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
