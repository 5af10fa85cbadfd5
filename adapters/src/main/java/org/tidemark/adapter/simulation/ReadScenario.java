// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.simulation;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.tidemark.fault.TidemarkException;
import org.tidemark.simulate.Scenario;

/// A scenario, and the words in which it is told.
///
/// @param title for people
/// @param campaign whose flaws it is about
public record ReadScenario(String title, String campaign, Scenario scenario, Wording wording) {

    /// Reads the two files of a scenario.
    ///
    /// @param place where they stand, for messages
    /// @throws TidemarkException with [org.tidemark.fault.ErrorCode#PACK] where something is wrong with them
    public static ReadScenario read(String place, String sheet, String mix) {
        var root = Sheet.read(place + "scenario.yaml", sheet);
        var title = root.text("title");
        var campaign = root.text("campaign");
        var wording = wording(root);
        try {
            var scenario = scenario(root, starts(place + "mix.csv", mix));
            root.end();
            return new ReadScenario(title, campaign, scenario, wording);
        } catch (IllegalArgumentException e) {
            throw Sheet.fault(place + "scenario.yaml", String.valueOf(e.getMessage()));
        }
    }

    private static Scenario scenario(Sheet root, List<Scenario.Start> starts) {
        return new Scenario(
                root.text("name"),
                root.day("begins"),
                root.whole("universe"),
                points(root),
                root.number("half-life-after"),
                products(root),
                starts,
                upgrades(root),
                rates(root.sheet("rates")),
                sight(root.sheet("sight")),
                countries(root),
                root.texts("sectors"),
                root.texts("front-ends"),
                root.texts("hosts"));
    }

    private static List<Scenario.Point> points(Sheet root) {
        var points = new ArrayList<Scenario.Point>();
        for (var sheet : root.sheets("vulnerable")) {
            points.add(new Scenario.Point(sheet.day("day"), sheet.whole("servers")));
            sheet.end();
        }
        return points;
    }

    private static List<Scenario.Product> products(Sheet root) {
        var products = new ArrayList<Scenario.Product>();
        for (var sheet : root.sheets("products")) {
            products.add(new Scenario.Product(
                    sheet.text("id"),
                    sheet.number("share"),
                    sheet.yes("mitigation"),
                    sheet.yes("flaw-tag"),
                    sheet.number("names"),
                    sheet.yes("whole-in-page")));
            sheet.end();
        }
        return products;
    }

    private static List<Scenario.Upgrade> upgrades(Sheet root) {
        var upgrades = new ArrayList<Scenario.Upgrade>();
        for (var sheet : root.sheets("upgrades")) {
            upgrades.add(new Scenario.Upgrade(
                    sheet.text("product"), sheet.day("from"), sheet.text("build"), sheet.yes("safe")));
            sheet.end();
        }
        return upgrades;
    }

    private static Scenario.Rates rates(Sheet sheet) {
        var rates = new Scenario.Rates(
                sheet.number("arrival"),
                sheet.number("arrival-patched"),
                sheet.number("gone"),
                sheet.number("absence"),
                sheet.number("reinstall"),
                sheet.number("certificate"),
                sheet.number("mitigate"),
                sheet.number("mitigate-waiting"),
                sheet.number("mitigated-patch"),
                sheet.number("mitigated-upgrade"),
                sheet.number("mitigated-rollback"));
        sheet.end();
        return rates;
    }

    private static Scenario.Sight sight(Sheet sheet) {
        var sight = new Scenario.Sight(
                sheet.number("missed"),
                sheet.number("misread"),
                sheet.number("path-only"),
                sheet.number("path-sometimes"),
                sheet.number("no-host"),
                sheet.number("overlap"),
                sheet.number("flaw-tag"));
        sheet.end();
        return sight;
    }

    private static List<Scenario.Country> countries(Sheet root) {
        var countries = new ArrayList<Scenario.Country>();
        for (var sheet : root.sheets("countries")) {
            countries.add(new Scenario.Country(
                    sheet.text("code"),
                    sheet.number("share"),
                    sheet.number("pace"),
                    sheet.text("region"),
                    sheet.text("city")));
            sheet.end();
        }
        return countries;
    }

    private static Wording wording(Sheet root) {
        var feed = root.sheet("feed");
        var grab = root.sheet("grab");
        var answers = new ArrayList<Wording.Answer>();
        for (var sheet : root.sheets("answers")) {
            answers.add(new Wording.Answer(
                    sheet.text("lines"),
                    (int) sheet.whole("parts"),
                    sheet.text("path"),
                    sheet.text("type"),
                    sheet.text("server"),
                    sheet.sheet("headers").all(),
                    sheet.text("body")));
            sheet.end();
        }
        var wording = new Wording(
                new Wording.Feed(
                        feed.text("file"),
                        feed.text("sensor"),
                        feed.text("method"),
                        feed.text("tag"),
                        feed.text("flaw-tag"),
                        feed.text("mitigated-tag")),
                new Wording.Grab(grab.text("file"), grab.text("sensor"), grab.text("method")),
                answers);
        feed.end();
        grab.end();
        return wording;
    }

    private static List<Scenario.Start> starts(String place, String mix) {
        var starts = new ArrayList<Scenario.Start>();
        try (var rows = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .skipEmptyLines(true)
                .ofNamedCsvRecord(mix)) {
            for (var row : rows) {
                starts.add(start(place + ":" + row.getStartingLineNumber(), row));
            }
        } catch (CsvParseException | NoSuchElementException | java.io.IOException e) {
            throw Sheet.fault(place, String.valueOf(e.getMessage()));
        }
        return starts;
    }

    private static Scenario.Start start(String place, NamedCsvRecord row) {
        var update = row.getField("update");
        try {
            return new Scenario.Start(
                    row.getField("product"),
                    row.getField("level"),
                    row.getField("build"),
                    Double.parseDouble(row.getField("weight")),
                    update,
                    update.isEmpty() ? LocalDate.MAX : Sheet.day(place, row.getField("released")));
        } catch (IllegalArgumentException e) {
            throw Sheet.fault(place, String.valueOf(e.getMessage()));
        }
    }
}
