// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.report;

import java.util.List;

/// What a page about a population over time shows. All texts are plain, and the page escapes them; drawings are SVG,
/// escaped by who drew them.
///
/// @param title the heading
/// @param made when it was made, for people
/// @param packs the knowledge it rests on
/// @param sources what it was made from
/// @param counts short facts at the top
/// @param sentences what the numbers say
/// @param figures drawings, each with what it shows
/// @param tables the numbers behind them
public record TrendPage(
        String title,
        String made,
        List<String> packs,
        List<String> sources,
        List<Report.Count> counts,
        List<String> sentences,
        List<Figure> figures,
        List<Table> tables) {
    public TrendPage {
        packs = List.copyOf(packs);
        sources = List.copyOf(sources);
        counts = List.copyOf(counts);
        sentences = List.copyOf(sentences);
        figures = List.copyOf(figures);
        tables = List.copyOf(tables);
    }

    /// A drawing.
    ///
    /// @param svg as [TrendSvg] and [SurvivalSvg] write it
    /// @param words what it shows, a sentence or two
    public record Figure(String title, String svg, String words) {}

    /// A table; the first cell of each row is its heading.
    ///
    /// @param numbers whether all but the first column are numbers
    public record Table(String title, String caption, boolean numbers, List<String> columns, List<List<String>> rows) {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }
}
