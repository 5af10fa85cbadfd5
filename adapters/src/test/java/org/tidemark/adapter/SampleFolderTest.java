// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.tidemark.adapter.registry.Formats;

/// Reads a folder of outside samples where there is one; the project's own fixtures do not need it.
class SampleFolderTest {
    private static final String ASKED = "TIDEMARK_SAMPLES";

    @Test
    void every_sample_is_recognised_and_read_without_a_problem() throws IOException {
        var folder = folder();
        assumeTrue(folder.isPresent(), "skipped: no folder of samples; name one by " + ASKED);
        var softly = new SoftAssertions();
        var samples = samples(folder.get());
        softly.assertThat(samples).isNotEmpty();
        for (var sample : samples) {
            var rendering = new Rendering();
            new InputReader(Formats.ALL, Limits.DEFAULT).read(Input.file(sample, true), rendering);
            if (Boolean.getBoolean("samples.show")) {
                System.out.println("=== " + sample + "\n" + rendering.text());
            }
            softly.assertThat(rendering.problems()).as(sample.toString()).isEmpty();
            softly.assertThat(rendering.sightings()).as(sample.toString()).isNotEmpty();
        }
        softly.assertAll();
    }

    private static List<Path> samples(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().endsWith(".md"))
                    .sorted()
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
                .filter(Files::isDirectory)
                .findFirst();
    }
}
