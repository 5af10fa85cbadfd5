// SPDX-License-Identifier: Apache-2.0
package org.tidemark.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Whole runs of the program, byte for byte. A golden file begins with the command and its exit status; the rest is
/// standard output, then standard error after a line of its own. `-Dgolden.update=true` writes what the program says
/// now; review the difference.
class GoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
    /// The pack's hash changes with every fact; that it stands there is enough.
    private static final Pattern HASH = Pattern.compile("\\b[0-9a-f]{64}\\b|(?<=sha256 )[0-9a-f]{12}\\b");

    @TestFactory
    Stream<DynamicTest> every_run_is_as_it_was() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
        }
    }

    private static void check(Path file) throws IOException {
        var golden = Files.readString(file);
        var command = golden.lines().findFirst().orElseThrow().substring("$ tidemark ".length());
        var result = Tidemark.run(words(command).toArray(String[]::new));
        var actual = "$ tidemark " + command + "\n# exit status " + result.status() + "\n" + result.out()
                + (result.err().isEmpty() ? "" : "# standard error\n" + result.err());
        var normal = HASH.matcher(actual).replaceAll("<hash>").replace("\r\n", "\n");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, normal);
        } else {
            assertThat(normal).isEqualTo(golden);
        }
    }

    private static List<String> words(String command) {
        var words = new ArrayList<String>();
        var matcher = WORD.matcher(command);
        while (matcher.find()) {
            words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        }
        return words;
    }
}
