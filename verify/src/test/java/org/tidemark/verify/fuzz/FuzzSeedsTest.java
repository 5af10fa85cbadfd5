// SPDX-License-Identifier: Apache-2.0
package org.tidemark.verify.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every fuzz target on the fixtures of all formats and on damaged copies of them: what the fuzzer begins with.
class FuzzSeedsTest {
    private static final Path FIXTURES = Path.of("../adapters/src/test/resources/formats");
    private static final Path OWN = Path.of("src/test/resources/fuzz-seeds");
    private static final Path CRASHES = Path.of("src/test/resources/fuzz");
    private static final int LARGEST = 60_000;
    private static final int DAMAGES = 15;

    @TestFactory
    Stream<DynamicTest> no_damage_to_a_fixture_makes_a_parser_throw() throws IOException {
        var seeds = seeds(FIXTURES);
        return FuzzTargets.ALL.entrySet().stream()
                .filter(target -> !target.getKey().startsWith("pack-"))
                .map(target -> DynamicTest.dynamicTest(target.getKey(), () -> {
                    var random = new Random(target.getKey().hashCode());
                    var own = seeds(OWN.resolve(target.getKey()));
                    for (var seed : Stream.concat(seeds.stream(), own.stream()).toList()) {
                        target.getValue().accept(seed);
                        for (int i = 0; i < DAMAGES; i++) {
                            target.getValue().accept(damaged(seed, random));
                        }
                    }
                }));
    }

    @Test
    void what_once_made_a_parser_throw_no_longer_does() throws IOException {
        for (var seed : seeds(CRASHES)) {
            FuzzTargets.ALL.forEach((name, target) -> target.accept(seed));
        }
    }

    @Test
    void there_is_a_target_for_every_format_and_for_packs() {
        assertThat(FuzzTargets.ALL.keySet())
                .contains(
                        "zgrab2",
                        "nmap",
                        "healthchecker",
                        "shadowserver",
                        "any-file",
                        "evtx",
                        "event-json",
                        "any-evidence",
                        "any-collection",
                        "collector-names",
                        "collector-records",
                        "sigma",
                        "web-page",
                        "compiled-page",
                        "file-list",
                        "scanner-log",
                        "web-server-settings",
                        "hunt-facts",
                        "population",
                        "published",
                        "groups",
                        "returned-mail",
                        "mmdb",
                        "pack-releases",
                        "pack-settings");
    }

    private static List<byte[]> seeds(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(FuzzSeedsTest::read)
                    .toList();
        }
    }

    private static byte[] read(Path file) {
        try {
            var bytes = Files.readAllBytes(file);
            return bytes.length > LARGEST ? Arrays.copyOf(bytes, LARGEST) : bytes;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] damaged(byte[] seed, Random random) {
        var copy = Arrays.copyOf(seed, random.nextInt(4) == 0 ? random.nextInt(seed.length + 1) : seed.length);
        for (int i = 0; i < 1 + random.nextInt(8) && copy.length > 0; i++) {
            copy[random.nextInt(copy.length)] = random.nextBoolean()
                    ? (byte) random.nextInt(256)
                    : (byte) "{}[]\"\\<>&;,:\n0".charAt(random.nextInt(14));
        }
        return copy;
    }
}
