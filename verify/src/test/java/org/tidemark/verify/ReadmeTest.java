// SPDX-License-Identifier: Apache-2.0
package org.tidemark.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
                            && !name.startsWith("published-")
                            && !name.startsWith("collect/"));
            assertThat(listed).containsExactlyInAnyOrderElementsOf(names.toList());
        }
    }

    /// The three commands as they stand there, with fewer servers.
    @Test
    void the_commands_of_the_population_over_time_make_a_chart(@TempDir Path folder) throws IOException {
        var commands = Files.readAllLines(ROOT.resolve("README.md")).stream()
                .dropWhile(line -> !line.equals("## The population over time"))
                .filter(line -> line.startsWith("    ./tidemark "))
                .map(line -> line.strip()
                        .replace("./tidemark ", "")
                        .replace("20000", "2000")
                        .replace("--scans 30", "--scans 12")
                        .replace("/tmp/", folder + "/"))
                .limit(3)
                .toList();
        assertThat(commands).hasSize(3);

        Tidemark.Result last = null;
        for (var command : commands) {
            last = Tidemark.run(expanded(command));
            // The scans hold a few rows that are damaged on purpose, so that taking them in is partial (3).
            assertThat(last.status()).as(command).isIn(0, 1, 3);
        }

        assertThat(last).isNotNull();
        assertThat(last.out().replaceAll("\\s+", " "))
                .contains("Vulnerable to ProxyLogon", "EXPOSED", "Half of them were patched within", "half-life");
    }

    /// The words of a command as a shell hands them over.
    private static String[] expanded(String command) throws IOException {
        var words = new ArrayList<String>();
        for (var word : command.split(" ", -1)) {
            if (word.endsWith("/*.gz")) {
                try (var files = Files.newDirectoryStream(Path.of(word).getParent(), "*.gz")) {
                    files.forEach(file -> words.add(file.toString()));
                }
            } else {
                words.add(word);
            }
        }
        return words.toArray(String[]::new);
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
                "docs/counting.md",
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
