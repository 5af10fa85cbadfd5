// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.adapter.zgrab.ZgrabFormat;
import org.tidemark.exposure.Observation;
import org.tidemark.exposure.Sighting;
import org.tidemark.fault.Problem;

/// Lines longer than the buffers, the ranges and the limit of the parallel reader.
class LongLinesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"100000, 1", "700000, 2", "3000000, 3"})
    void lines_of_any_length_are_read_as_one_thread_reads_them(int limit, int threads) throws IOException {
        var limits = new Limits(limit, 100, 1L << 40, 5_000, 1L << 30, 256 << 20);
        var text = text(new Random(limit), limit);
        var plain = Files.write(folder.resolve("long"), text);
        var packed = folder.resolve("packed");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(text);
        }

        var read = parallel(plain, limits, threads);

        assertThat(read).isEqualTo(sequential(plain, limits));
        assertThat(parallel(packed, limits, threads).stream().map(line -> line.replace("packed", "long")))
                .isEqualTo(read);
    }

    private static byte[] text(Random random, int limit) {
        var text = new ByteArrayOutputStream();
        for (int i = 0; text.size() < 5_000_000; i++) {
            // First two long ones in a row; then any.
            int length = i < 2
                    ? limit / 10 * 7
                    : random.nextInt(4) > 0 ? random.nextInt(20_000) : random.nextInt(limit + limit / 2);
            var line = "{\"ip\":\"192.0.2.%d\",\"data\":{\"http\":{\"status\":\"success\",\"error\":\"%s\"}}}"
                    .formatted(i % 250, noise(random, length));
            text.writeBytes(line.getBytes(StandardCharsets.UTF_8));
            text.write('\n');
        }
        return text.toByteArray();
    }

    /// Text that hardly packs: small packed files are not read in parallel.
    private static String noise(Random random, int length) {
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append((char) ('A' + random.nextInt(26)));
        }
        return text.toString();
    }

    private static List<String> sequential(Path file, Limits limits) {
        var lines = new ArrayList<String>();
        new InputReader(List.of(new ZgrabFormat()), limits).read(Input.file(file, true), new Sink() {
            @Override
            public void sighting(Sighting sighting) {
                lines.add(observation(sighting).source().toString());
            }

            @Override
            public void problem(Problem problem) {
                lines.add(problem.toString());
            }
        });
        return lines;
    }

    private static List<String> parallel(Path file, Limits limits, int threads) {
        var lines = new ArrayList<String>();
        var reader = new InputReader(List.of(new ZgrabFormat()), limits);
        try (var parallel = new ParallelReader(reader, limits, LongLinesTest::observation, Optional.empty(), threads)) {
            parallel.read(Input.file(file, true), new Results() {
                @Override
                public void observation(Observation observation) {
                    lines.add(observation.source().toString());
                }

                @Override
                public void problem(Problem problem) {
                    lines.add(problem.toString());
                }

                @Override
                public void unread(long records) {
                    assertThat(records).isZero();
                }
            });
        }
        return lines;
    }

    private static Observation observation(Sighting sighting) {
        return Observation.ofNothingKnown(sighting, Set.of(), "", Map.of());
    }
}
