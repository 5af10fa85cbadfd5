// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.hunt.Stage;

/// Hunts outside samples where there are any, each by itself, and holds the answer against the right one.
class HuntSamplesTest {
    private static final String ASKED = "TIDEMARK_SAMPLES";
    private static final Pattern STAGE = Pattern.compile("\"stage\":\"(\\w+)\"");
    private static final Pattern LINE =
            Pattern.compile("\"source\":\\{\"file\":\"[^\"]*\",\"path\":[^,]*,\"line\":(\\d+)");

    /// The path of the install folder is known there from what the sample says of itself, which no record does.
    private static final List<String> NOT_KNOWN_HERE = List.of("O5");

    @TempDir
    private Path temp;

    @Test
    void the_highest_grade_of_each_sample_is_the_right_one() throws IOException {
        var folder = folder();
        assumeTrue(folder.isPresent(), "skipped: no folder of samples; name one by " + ASKED);
        var program = new Program(temp.resolve("data"));
        var softly = new SoftAssertions();
        for (var row : table()) {
            var sample = folder.get().resolve(row.getFirst());
            var stages = program.json("hunt", "--no-store", sample).rows("finding").stream()
                    .flatMap(finding -> stage(finding).stream())
                    .max(Comparator.naturalOrder());
            softly.assertThat(stages.map(Stage::name).orElse("-"))
                    .as(row.getFirst())
                    .isEqualTo(row.getLast());
        }
        softly.assertAll();
    }

    @Test
    void every_row_of_the_variants_has_the_grade_that_it_shows() throws IOException {
        var folder = folder().map(samples -> samples.resolve("attack"));
        assumeTrue(folder.isPresent(), "skipped: no folder of samples; name one by " + ASKED);
        var program = new Program(temp.resolve("data"));
        var softly = new SoftAssertions();
        var answers = rows(folder.get().resolve("derived_right_answers.csv"));
        for (var file : answers.stream().map(List::getFirst).distinct().toList()) {
            var lines = dataLines(folder.get().resolve(file));
            var found = program.json("hunt", "--no-store", folder.get().resolve(file)).rows("finding").stream()
                    .filter(finding -> stage(finding).isPresent())
                    .collect(Collectors.toMap(
                            HuntSamplesTest::line, finding -> stage(finding).orElseThrow(), HuntSamplesTest::higher));
            for (var answer : answers) {
                if (answer.getFirst().equals(file) && !NOT_KNOWN_HERE.contains(answer.get(2))) {
                    long line = lines.get(Integer.parseInt(answer.get(1)) - 1);
                    softly.assertThat(found.containsKey(line) ? found.get(line).name() : "-")
                            .as(answer.get(2))
                            .isEqualTo(answer.get(3).replaceAll("NO_FINDING|CONTEXT", "-"));
                }
            }
        }
        softly.assertAll();
    }

    @Test
    void a_victims_post_is_read_row_by_row() {
        var folder = folder();
        assumeTrue(folder.isPresent(), "skipped: no folder of samples; name one by " + ASKED);
        var counts = new Program(temp.resolve("data"))
                .json("hunt", "--no-store", folder.get().resolve("attack/qa_309846.csv")).rows("finding").stream()
                        .collect(Collectors.groupingBy(
                                finding -> stage(finding).orElseThrow().name(), Collectors.counting()));
        assertThat(counts)
                .containsExactlyInAnyOrderEntriesOf(Map.of("ATTEMPTED", 17L, "EXPLOITED", 15L, "PROBED", 14L));
    }

    private static Optional<Stage> stage(String finding) {
        var found = STAGE.matcher(finding);
        return found.find() ? Optional.of(Stage.valueOf(found.group(1))) : Optional.empty();
    }

    private static Stage higher(Stage one, Stage other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static long line(String finding) {
        var found = LINE.matcher(finding);
        assertThat(found.find()).as(finding).isTrue();
        return Long.parseLong(found.group(1));
    }

    /// The numbers of the lines that are rows, not headers.
    private static List<Long> dataLines(Path file) throws IOException {
        var lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        var rows = new ArrayList<Long>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i).replace("\uFEFF", "");
            if (!line.isBlank() && !line.startsWith("#") && !line.matches("(?i)\"?(DateTime|TimeStamp)\"?,.*")) {
                rows.add(i + 1L);
            }
        }
        return rows;
    }

    private static List<List<String>> rows(Path csv) throws IOException {
        return Files.readAllLines(csv).stream()
                .skip(1)
                .map(line -> List.of(line.split(",", 5)))
                .toList();
    }

    private static List<List<String>> table() throws IOException {
        try (var in = HuntSamplesTest.class.getResourceAsStream("/samples/hunt.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("file,"))
                    .map(line -> List.of(line.split(",", 2)))
                    .toList();
        }
    }

    private static Optional<Path> folder() {
        var property = System.getProperty(ASKED);
        var asked = property != null ? property : System.getenv(ASKED);
        return Stream.of(
                        Optional.ofNullable(asked).map(Path::of), Optional.of(Path.of("..", "..", "shared", "samples")))
                .flatMap(Optional::stream)
                .limit(asked == null ? 2 : 1)
                .map(samples -> samples.resolve("hunt"))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
