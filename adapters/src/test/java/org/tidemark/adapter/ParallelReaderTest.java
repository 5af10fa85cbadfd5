// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.adapter.zgrab.ZgrabFormat;
import org.tidemark.exposure.Evidence;
import org.tidemark.exposure.Observation;
import org.tidemark.exposure.Sighting;
import org.tidemark.fault.Problem;

class ParallelReaderTest {
    private static final Limits LIMITS = new Limits(200_000, 100, 1L << 40, 5_000, 1L << 30, 256 << 20);
    private static final Needles NEEDLES = new Needles(List.of("x_mark_version", "/mark/auth"));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void any_number_of_threads_reads_what_one_reads(int threads) throws IOException {
        var file = write("plain.jsonl", text(threads));

        assertThat(parallel(file, threads, Optional.empty())).isEqualTo(sequential(file));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void a_packed_file_is_read_as_the_plain_one(int threads) throws IOException {
        var text = text(7);
        var plain = write("same.jsonl", text);
        var packed = folder.resolve("same.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(parallel(packed, threads, Optional.empty()).stream()
                        .map(line -> line.replace("same.gz", "same.jsonl")))
                .isEqualTo(sequential(plain));
    }

    @Test
    void lines_without_a_needle_stay_unread_and_are_counted_and_broken_ones_are_still_told() throws IOException {
        var file = write("needles.jsonl", text(11));
        var whole = sequential(file);

        var read = parallel(file, 3, Optional.of(NEEDLES));

        var marked = whole.stream().filter(line -> line.contains("mark") || line.contains("problem"));
        assertThat(read.stream().filter(line -> !line.startsWith("unread"))).containsExactlyElementsOf(marked.toList());
        long unread = whole.stream().filter(line -> line.contains(" plain ")).count();
        assertThat(read.getLast()).isEqualTo("unread " + unread);
    }

    @Test
    void a_packed_file_that_breaks_off_gives_what_stands_before_the_break() throws IOException {
        var packed = folder.resolve("broken.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(text(3).getBytes(StandardCharsets.UTF_8));
        }
        var bytes = Files.readAllBytes(packed);
        Files.write(packed, java.util.Arrays.copyOf(bytes, bytes.length * 2 / 3));

        var read = parallel(packed, 2, Optional.empty());

        assertThat(read.size()).isGreaterThan(100);
        assertThat(read.get(read.size() - 2)).contains("cannot be read on from here");
    }

    /// Lines of many lengths: records with and without a mark, blank ones, broken ones, one too long, CRLF, and no
    /// break at the end.
    private static String text(long seed) {
        var random = new Random(seed);
        var text = new StringBuilder();
        while (text.length() < 3_500_000) {
            int kind = random.nextInt(40);
            var body = "x".repeat(random.nextInt(kind == 0 ? 60_000 : 3_000));
            var mark = kind < 4 ? "<a href=\\\"/mark/auth/1\\\">" : "";
            switch (kind) {
                case 5 -> text.append("   ");
                case 6 -> text.append("{\"ip\":\"192.0.2.1\",\"data\":{\"http\":{\"sta");
                case 7 -> text.append("no record at all");
                default -> text.append(record(random.nextInt(250), mark + body));
            }
            text.append(kind == 8 ? "\r\n" : "\n");
        }
        return text.append(record(1, "y".repeat(250_000)))
                .append('\n')
                .append(record(2, "/mark/auth"))
                .toString();
    }

    private static String record(int host, String body) {
        return "{\"ip\":\"192.0.2.%d\",\"data\":{\"http\":{\"status\":\"success\",\"result\":{\"response\":{\"status_code\":200,\"body\":\"%s\"}}}}}"
                .formatted(host, body);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static List<String> sequential(Path file) {
        var lines = new ArrayList<String>();
        new InputReader(List.of(new ZgrabFormat()), LIMITS).read(Input.file(file, true), new Sink() {
            @Override
            public void sighting(Sighting sighting) {
                lines.add(rendered(identified(sighting)));
            }

            @Override
            public void problem(Problem problem) {
                lines.add(rendered(problem));
            }
        });
        lines.add("unread 0");
        return lines;
    }

    private static List<String> parallel(Path file, int threads, Optional<Needles> needles) {
        var lines = new ArrayList<String>();
        long[] unread = new long[1];
        var reader = new InputReader(List.of(new ZgrabFormat()), LIMITS);
        try (var parallel = new ParallelReader(reader, LIMITS, ParallelReaderTest::identified, needles, threads)) {
            parallel.read(Input.file(file, true), new Results() {
                @Override
                public void observation(Observation observation) {
                    lines.add(rendered(observation));
                }

                @Override
                public void problem(Problem problem) {
                    lines.add(rendered(problem));
                }

                @Override
                public void unread(long records) {
                    unread[0] += records;
                }
            });
        }
        lines.add("unread " + unread[0]);
        return lines;
    }

    private static String rendered(Observation seen) {
        return "seen " + seen.server().display() + " " + seen.reason() + " " + seen.source();
    }

    private static String rendered(Problem problem) {
        return "problem " + problem;
    }

    private static Observation identified(Sighting sighting) {
        var body = sighting.evidence().stream()
                .filter(Evidence.HttpAnswer.class::isInstance)
                .map(e -> ((Evidence.HttpAnswer) e).body())
                .findFirst()
                .orElse("");
        return Observation.ofNothingKnown(
                sighting, Set.of(), (body.contains("/mark/auth") ? "mark " : "plain ") + body.length(), Map.of());
    }
}
