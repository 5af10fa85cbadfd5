// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidemark.adapter.registry.Formats;

/// What holds for every format, over all fixtures.
class FixturesTest {
    /// Line formats under test, which here also read what does not look like them from its first line on.
    private record Assured(LineFormat format) implements LineFormat {
        @Override
        public String id() {
            return format.id();
        }

        @Override
        public Claim claim(Head head) {
            return Claim.CERTAIN;
        }

        @Override
        public void read(byte[] bytes, int from, int to, Position position, Sink sink) throws BadRecord {
            format.read(bytes, from, to, position, sink);
        }
    }

    static Stream<Path> all() {
        return Fixtures.all();
    }

    static Stream<Path> texts() {
        return Fixtures.texts();
    }

    static Stream<Path> ofLineFormats() {
        return Fixtures.all().filter(fixture -> format(fixture) instanceof LineFormat);
    }

    static Stream<Path> tables() {
        return Fixtures.all()
                .filter(fixture -> List.of("shadowserver", "inventory").contains(Fixtures.format(fixture)));
    }

    private static Format format(Path fixture) {
        return new InputReader(Formats.ALL, Limits.DEFAULT)
                .recognise(Head.of(Arrays.copyOf(Fixtures.bytes(fixture), (int)
                        Math.min(Head.MOST, fixture.toFile().length()))))
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_fixture_reads_as_its_golden_file_says(Path fixture) throws IOException {
        Fixtures.isAsExpected(fixture, Fixtures.read(fixture).text());
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_fixture_is_recognised_by_its_content(Path fixture) {
        assertThat(format(fixture).id()).isEqualTo(Fixtures.format(fixture));
        assertThat(Fixtures.read(fixture).sightings())
                .allSatisfy(sighting -> assertThat(sighting.source().format()).isEqualTo(Fixtures.format(fixture)));
    }

    @Test
    void every_format_has_a_fixture_and_every_folder_says_where_it_comes_from() throws IOException {
        try (var folders = Files.list(Fixtures.ROOT)) {
            assertThat(folders)
                    .allSatisfy(folder ->
                            assertThat(folder.resolve("PROVENANCE.md")).exists())
                    .extracting(folder -> folder.getFileName().toString())
                    .containsExactlyInAnyOrderElementsOf(
                            Formats.ALL.stream().map(Format::id).distinct().toList());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void packing_changes_nothing(Path fixture) throws IOException {
        var bytes = Fixtures.bytes(fixture);
        var plain = Fixtures.read(bytes).text();
        assertThat(Fixtures.read(Packed.gzip(bytes)).text()).isEqualTo(plain);
        assertThat(Fixtures.read(Packed.gzipInPieces(bytes)).text()).isEqualTo(plain);
        assertThat(Fixtures.read(Packed.zstd(bytes)).text()).isEqualTo(plain);
        assertThat(Fixtures.read(Packed.xz(bytes)).text()).isEqualTo(plain);
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_member_of_an_archive_says_what_the_file_says(Path fixture) throws IOException {
        var bytes = Fixtures.bytes(fixture);
        var plain = Fixtures.read(bytes);
        for (var member : new byte[][] {bytes, Packed.gzip(bytes)}) {
            var archived = Fixtures.read(Packed.zip("a/member", member));
            assertThat(archived.contents()).isEqualTo(plain.contents());
            assertThat(archived.problems()).hasSameSizeAs(plain.problems());
            assertThat(archived.sightings())
                    .allSatisfy(sighting -> assertThat(sighting.source().file()).isEqualTo("-!a/member"));
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void the_encoding_changes_nothing(Path fixture) {
        var text = new String(Fixtures.bytes(fixture), StandardCharsets.UTF_8).replace("\uFEFF", "");
        var plain = Fixtures.read(text.getBytes(StandardCharsets.UTF_8)).contents();
        for (var charset : new java.nio.charset.Charset[] {
            StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE
        }) {
            assertThat(Fixtures.read(("\uFEFF" + text).getBytes(charset)).contents())
                    .isEqualTo(plain);
        }
        assertThat(Fixtures.read(text.getBytes(StandardCharsets.UTF_16LE)).contents())
                .isEqualTo(plain);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void the_kind_of_line_break_changes_nothing(Path fixture) {
        var text = new String(Fixtures.bytes(fixture), StandardCharsets.UTF_8).replace("\r\n", "\n");
        var lines = Fixtures.read(text.getBytes(StandardCharsets.UTF_8));
        var dos = Fixtures.read(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        assertThat(dos.contents()).isEqualTo(lines.contents());
    }

    @ParameterizedTest
    @MethodSource("ofLineFormats")
    void a_file_cut_in_two_between_lines_says_the_same(Path fixture) {
        var assured = new ArrayList<Format>();
        assured.add(new Assured((LineFormat) format(fixture)));
        var bytes = Fixtures.bytes(fixture);
        var whole = Fixtures.read(bytes, assured, Limits.DEFAULT).contents();
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                var parts = new ArrayList<String>();
                parts.addAll(Fixtures.read(Arrays.copyOf(bytes, i + 1), assured, Limits.DEFAULT)
                        .contents());
                parts.addAll(Fixtures.read(Arrays.copyOfRange(bytes, i + 1, bytes.length), assured, Limits.DEFAULT)
                        .contents());
                assertThat(parts).isEqualTo(whole);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void a_table_cut_in_two_before_a_row_says_the_same_if_both_have_its_header(Path fixture) {
        var lines = new String(Fixtures.bytes(fixture), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line + "\n")
                .toList();
        var whole = Fixtures.read(fixture);
        var rows = whole.sightings().stream()
                .map(sighting -> sighting.source().line().intValue())
                .toList();
        var header = String.join("", lines.subList(0, rows.getFirst() - 1));
        for (int row : rows) {
            var before = String.join("", lines.subList(0, row - 1));
            var after = header + String.join("", lines.subList(row - 1, lines.size()));
            var parts = new ArrayList<String>();
            parts.addAll(Fixtures.read(before.getBytes(StandardCharsets.UTF_8)).contents());
            parts.addAll(Fixtures.read(after.getBytes(StandardCharsets.UTF_8)).contents());
            assertThat(parts).isEqualTo(whole.contents());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_packed_file_that_breaks_off_is_read_up_to_there_and_says_so(Path fixture) throws IOException {
        var bytes = Fixtures.bytes(fixture);
        var whole = Fixtures.read(bytes).contents();
        for (var packed : new byte[][] {Packed.gzip(bytes), Packed.zstd(bytes), Packed.xz(bytes)}) {
            for (int cut : new int[] {packed.length - 1, packed.length - packed.length / 3, packed.length / 2, 12}) {
                var rest = Fixtures.read(Arrays.copyOf(packed, cut));
                assertThat(rest.problems()).isNotEmpty();
                assertThat(rest.contents())
                        .isEqualTo(whole.subList(0, rest.contents().size()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_file_that_breaks_off_anywhere_causes_problems_only(Path fixture) {
        var bytes = Fixtures.bytes(fixture);
        for (int length = 0; length < bytes.length; length += 97) {
            var cut = Arrays.copyOf(bytes, length);
            assertThatNoException().as("cut after %s bytes", length).isThrownBy(() -> Fixtures.read(cut));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void damage_anywhere_causes_problems_only(Path fixture) {
        for (long seed = 1; seed <= 60; seed++) {
            var damaged = damaged(Fixtures.bytes(fixture), new Random(seed));
            assertThatNoException().as("seed %s", seed).isThrownBy(() -> Fixtures.read(damaged));
        }
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        var damaged = bytes.clone();
        var signs = "{}[]\"':,\\\n\r\t\0<>&;/=-0e".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 1 + random.nextInt(6); i++) {
            int at = random.nextInt(damaged.length);
            switch (random.nextInt(4)) {
                case 0 -> damaged[at] = (byte) random.nextInt(256);
                case 1 -> damaged[at] = signs[random.nextInt(signs.length)];
                case 2 -> {
                    int length = Math.min(damaged.length - at, random.nextInt(200));
                    System.arraycopy(damaged, random.nextInt(damaged.length - length + 1), damaged, at, length);
                }
                default -> {
                    int end = Math.min(damaged.length, at + random.nextInt(20));
                    Arrays.fill(damaged, at, end, signs[random.nextInt(signs.length)]);
                }
            }
        }
        return damaged;
    }
}
