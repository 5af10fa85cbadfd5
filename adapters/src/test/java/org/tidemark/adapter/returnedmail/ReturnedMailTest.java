// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.returnedmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tidemark.bounce.Bounce;

/// What mails mean, by tables that say so.
class ReturnedMailTest {
    @TestFactory
    Stream<DynamicTest> every_fixture_gives_the_rows_that_its_table_says() {
        var expected = new java.util.TreeMap<String, List<String>>();
        for (var row : Taken.table(Taken.FIXTURES.resolve("expected.csv"))) {
            expected.computeIfAbsent(row.get("file"), _ -> new ArrayList<>()).add(line(row));
        }
        return expected.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    var taken = Taken.of(Taken.FIXTURES.resolve("mail").resolve(entry.getKey()));
                    assertThat(taken.problems()).isEmpty();
                    assertThat(taken.bounces().stream().map(ReturnedMailTest::line))
                            .isEqualTo(entry.getValue());
                    assertThat(taken.bounces())
                            .allSatisfy(each -> assertThat(each.why()).endsWith("."));
                }));
    }

    @Test
    void every_fixture_stands_in_the_table() throws java.io.IOException {
        var named = Taken.table(Taken.FIXTURES.resolve("expected.csv")).stream()
                .map(row -> row.get("file"))
                .distinct()
                .toList();
        try (var files = Files.list(Taken.FIXTURES.resolve("mail"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(named);
        }
    }

    @TestFactory
    Stream<DynamicTest> every_decision_is_as_its_table_says() {
        return Taken.table(Taken.FIXTURES.resolve("decisions.csv")).stream()
                .map(row -> DynamicTest.dynamicTest(row.get("why") + ": " + row.get("diagnostic"), () -> {
                    var bounce = Taken.of(report(row)).bounces().getFirst();
                    assertThat(List.of(
                                    bounce.kind().word(),
                                    text(bounce.status()),
                                    bounce.effect().word()))
                            .isEqualTo(List.of(row.get("kind"), row.get("code"), row.get("effect")));
                }));
    }

    private static String report(Map<String, String> row) {
        return """
                From: MAILER-DAEMON@mx.example
                To: b+x@notices.example
                Subject: Undelivered Mail
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example

                Final-Recipient: rfc822; a@b.example
                """
                + field("Action", row.get("action"))
                + field("Status", row.get("status"))
                + field("Diagnostic-Code", row.get("diagnostic"))
                + "\n--b--\n";
    }

    private static String field(String name, String value) {
        return value.isEmpty() ? "" : name + ": " + value + "\n";
    }

    /// An outside collection of mails with their meaning, where there is one.
    @Test
    void outside_samples_are_read_as_their_table_says() {
        var folder = Path.of("..", "..", "shared", "samples", "notify");
        assumeTrue(Files.isDirectory(folder), "skipped: no folder of outside samples");
        var softly = new SoftAssertions();
        for (var row : Taken.table(folder.resolve("expected.csv"))) {
            var got = Taken.of(folder.resolve(row.get("file"))).bounces();
            softly.assertThat(got).as(row.get("file")).anyMatch(bounce -> fits(row, bounce));
        }
        softly.assertAll();
    }

    private static boolean fits(Map<String, String> row, Bounce bounce) {
        return bounce.kind().word().equals(row.get("kind"))
                && (row.get("recipient").isEmpty() || row.get("recipient").equals(bounce.recipient()))
                && (row.get("status").isEmpty()
                        || List.of(row.get("status").split("\\|")).contains(text(bounce.status())));
    }

    private static String line(Map<String, String> row) {
        return String.join(
                " | ", row.get("kind"), row.get("recipient"), row.get("status"), row.get("effect"), row.get("token"));
    }

    private static String line(Bounce bounce) {
        return String.join(
                " | ",
                bounce.kind().word(),
                text(bounce.recipient()),
                text(bounce.status()),
                bounce.effect().word(),
                text(bounce.token()));
    }

    private static String text(String orNull) {
        return orNull == null ? "" : orNull;
    }
}
