// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogVerifyTest {
    private static final Path BUNDLED = Path.of("../knowledge/src/main/resources/packs/exchange");

    @TempDir
    private Path temp;

    @Test
    void the_bundled_pack_holds_together() {
        var run = new Program(temp.resolve("data")).loadingItself().json("catalog", "verify", "--pack", BUNDLED);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hunts/made/rule.yml | title: A rule without a log source
            playbook.md         | ## A phase that there is not
            """)
    void what_only_a_hunt_reads_is_checked_too(String file, String text) throws IOException {
        var pack = copy(BUNDLED, temp.resolve("exchange"));
        Files.createDirectories(pack.resolve(file).getParent());
        Files.writeString(pack.resolve(file), text + "\n");

        var run = new Program(temp.resolve("data")).loadingItself().json("catalog", "verify", "--pack", pack);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(file);
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (var file : files.toList()) {
                var copied = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copied);
                } else {
                    Files.copy(file, copied);
                }
            }
        }
        return to;
    }
}
