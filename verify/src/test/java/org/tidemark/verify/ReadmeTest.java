// SPDX-License-Identifier: Apache-2.0
package org.tidemark.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the README shows is what the program says.
class ReadmeTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)\\)");

    @Test
    void the_first_screen_shows_real_output_of_the_demo(@TempDir Path folder) throws IOException {
        var lines = Files.readAllLines(ROOT.resolve("README.md"));
        int begin = lines.indexOf("$ ./tidemark demo");
        int end = begin + lines.subList(begin, lines.size()).indexOf("```");
        assertThat(end).as("the first screen has 40 lines").isLessThanOrEqualTo(40);

        var demo = Tidemark.run("demo", "--out", folder.toString());

        assertThat(demo.status()).isZero();
        assertThat(demo.err()).isEmpty();
        var shown = lines.subList(begin + 1, end).stream()
                .filter(line -> !line.equals("…"))
                .toList();
        assertThat(demo.out().lines().toList()).containsSubsequence(shown);
    }

    @Test
    void the_demo_writes_a_report_that_needs_no_network(@TempDir Path folder) throws IOException {
        Tidemark.run("demo", "--out", folder.toString());

        var page = Files.readString(folder.resolve("report.html"));

        assertThat(page).startsWith("<!doctype html>").contains("proxylogon").contains("198.51.100.10");
        assertThat(page).doesNotContainPattern("(src|href)=\"(https?:)?//").doesNotContain("<script");
    }

    @Test
    void the_demo_shows_every_example() throws IOException {
        var listed = Files.readAllLines(ROOT.resolve("app/src/main/resources/examples/files.txt"));
        var folder = ROOT.resolve("examples");
        try (var files = Files.walk(folder)) {
            var names = files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.equals("README.md")
                            && !name.startsWith("population-")
                            && !name.startsWith("collect/"));
            assertThat(listed).containsExactlyInAnyOrderElementsOf(names.toList());
        }
    }

    @Test
    void every_link_to_a_file_leads_somewhere() throws IOException {
        for (var name : List.of(
                "README.md",
                "CONTRIBUTING.md",
                "docs/architecture.md",
                "docs/knowledge-packs.md",
                "docs/collect.md",
                "docs/simulation.md",
                "docs/hunting.md")) {
            var file = ROOT.resolve(name);
            var links = LINK.matcher(Files.readString(file));
            while (links.find()) {
                if (!links.group(1).contains("://")) {
                    assertThat(file.getParent().resolve(links.group(1)))
                            .as(name)
                            .exists();
                }
            }
        }
    }
}
