// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.adapter.registry.Formats;
import org.tidemark.exposure.Sighting;
import org.tidemark.fault.Problem;

class InputReaderTest {
    private static final String HOST = "192.0.2.1 15.2.1748.39\n";
    private static final Limits SMALL = new Limits(100, 3, 20_000, 20, 5_000, 10_000);

    @TempDir
    private Path folder;

    @Test
    void a_file_that_may_not_be_read_is_told_plainly() {
        var problem = InputReader.unreadable(Problem.Place.file("scan.json"), new AccessDeniedException("scan.json"));

        assertThat(problem.cause()).isEqualTo("You may not read this file.");
    }

    @Test
    void a_named_file_that_nothing_can_read_is_a_problem() throws IOException {
        var read = readFile("readme.md", "# Read me\nsome words\n".getBytes(StandardCharsets.UTF_8), true);
        assertThat(read.problems()).hasSize(1);
        assertThat(read.problems().getFirst().cure()).contains("zgrab2").contains("nmap");
    }

    @Test
    void an_unclaimed_file_of_a_folder_only_counts() throws IOException {
        var file = Files.writeString(folder.resolve("readme.md"), "# Read me\nsome words\n");
        var rendering = new Rendering();
        var tally = reader(Limits.DEFAULT).read(Input.file(file, false), rendering);
        assertThat(tally).isEqualTo(new InputReader.Tally(0, 0, 1));
        assertThat(rendering.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", " \r\n\t\n", "\uFEFF"})
    void an_empty_file_is_an_empty_result(String text) throws IOException {
        var read = readFile("empty.jsonl", text.getBytes(StandardCharsets.UTF_8), true);
        assertThat(read.text()).isEmpty();
        assertThat(Fixtures.read(Packed.gzip(text.getBytes(StandardCharsets.UTF_8)))
                        .text())
                .isEmpty();
    }

    @Test
    void a_packed_file_without_content_that_breaks_off_is_a_problem() throws IOException {
        var packed = Packed.gzip(HOST.getBytes(StandardCharsets.UTF_8));
        assertThat(Fixtures.read(java.util.Arrays.copyOf(packed, 11)).problems())
                .hasSize(1);
    }

    @Test
    void a_file_that_cannot_be_opened_is_a_problem() throws IOException {
        var file = Files.writeString(folder.resolve("gone.txt"), HOST);
        Files.delete(file);
        var rendering = new Rendering();
        reader(Limits.DEFAULT).read(Input.file(file, true), rendering);
        assertThat(rendering.problems()).hasSize(1);
    }

    @Test
    void a_line_that_is_too_long_is_a_problem_and_the_next_ones_are_read() {
        var text = HOST + "x".repeat(300) + "\n" + HOST + "y".repeat(300);
        var read = Fixtures.read(text.getBytes(StandardCharsets.UTF_8), Formats.ALL, SMALL);
        assertThat(read.sightings()).extracting(s -> s.source().line()).containsExactly(1L, 3L);
        assertThat(read.problems()).extracting(p -> p.place().line()).containsExactly(2L, 4L);
        assertThat(read.problems())
                .extracting(p -> p.place().offset())
                .containsExactly((long) HOST.length(), HOST.length() * 2L + 301);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void a_bad_line_is_told_by_its_number_and_the_offset_in_the_file(String encoding) {
        var charset = Charset.forName(encoding);
        var before = "\uFEFF# Grüße 😀\n" + HOST + "\r\n";
        var read = Fixtures.read((before + "what is this\n" + HOST).getBytes(charset));
        assertThat(read.sightings()).hasSize(2);
        assertThat(read.problems())
                .extracting(Problem::place)
                .containsExactly(Problem.Place.line("-", 4, before.getBytes(charset).length));
    }

    /// A document in whose third line something is wrong, and what stands before that line.
    private static Stream<Arguments> faultyDocuments() {
        return Stream.of(
                Arguments.of("Name,AdminDisplayVersion\r\nÜX01,Version 15.1 (Build 2507.6)\r\n", "EX02\r\n"),
                Arguments.of("<nmaprun scanner='nmap'>\r\n<!-- Grüße -->\n", "<host></nmaprun>\n"),
                Arguments.of(
                        "{\"Servers\":[{\"Name\":\"ÜX01\",\"BuildVersion\":\"15.1.2507.6\"}\r\n,\n", "what is this]}"));
    }

    @ParameterizedTest
    @MethodSource("faultyDocuments")
    void a_fault_in_a_document_is_told_by_its_line_and_the_offset_in_the_file(String before, String faulty) {
        for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            var marked = "\uFEFF" + before;
            assertThat(Fixtures.read((marked + faulty).getBytes(charset)).problems())
                    .extracting(Problem::place)
                    .containsExactly(Problem.Place.line("-", 3, marked.getBytes(charset).length));
        }
    }

    @Test
    void the_rows_before_a_break_stand_and_the_break_is_told_by_line_and_offset() throws IOException {
        var text = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            text.append("192.0.2.").append(i % 250).append(" 15.2.").append(i).append(".1\n");
        }
        var packed = Packed.gzip(text.toString().getBytes(StandardCharsets.UTF_8));
        var read = Fixtures.read(java.util.Arrays.copyOf(packed, packed.length * 2 / 3));
        assertThat(read.sightings()).hasSizeBetween(500, 1_999);
        assertThat(read.problems()).hasSize(1);
        var place = read.problems().getFirst().place();
        assertThat(place.line()).isEqualTo(read.sightings().size() + 1L);
        assertThat(text.substring(0, place.offset().intValue()).lines())
                .hasSize(read.sightings().size());
    }

    @Test
    void members_are_read_in_the_order_of_their_names() throws IOException {
        var host = HOST.getBytes(StandardCharsets.UTF_8);
        var picture = new byte[] {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3};
        var rendering = new Rendering();
        var file = Files.write(
                folder.resolve("case.zip"),
                Packed.zip(
                        "b.txt",
                        host,
                        "../../etc/passwd",
                        host,
                        "a.gz",
                        Packed.gzip(host),
                        "picture.png",
                        picture,
                        "inner.zip",
                        Packed.zip("x.txt", host),
                        "x.txt.scan.yaml",
                        host,
                        "__MACOSX/._b.txt",
                        host));
        var tally = reader(Limits.DEFAULT).read(Input.file(file, true), rendering);
        assertThat(rendering.sightings())
                .extracting(s -> s.source().file().substring(folder.toString().length() + 1))
                .containsExactly(
                        "case.zip!../../etc/passwd", "case.zip!a.gz", "case.zip!b.txt", "case.zip!inner.zip!x.txt");
        assertThat(rendering.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.cause()).contains("lead out of the archive"));
        assertThat(tally).isEqualTo(new InputReader.Tally(4, 1, 2));
        assertThat(folder.getParent().resolve("etc")).doesNotExist();
    }

    @Test
    void layers_of_packing_come_off_up_to_a_depth() throws IOException {
        var packed = HOST.getBytes(StandardCharsets.UTF_8);
        for (int layers = 1; layers <= Unpacker.DEEPEST; layers++) {
            packed = layers % 2 == 0 ? Packed.zip("member", packed) : Packed.gzip(packed);
            assertThat(Fixtures.read(packed).sightings())
                    .as("%s layers", layers)
                    .hasSize(1);
        }
        var deeper = Fixtures.read(Packed.gzip(packed));
        assertThat(deeper.sightings()).isEmpty();
        assertThat(deeper.problems())
                .singleElement()
                .extracting(Problem::cause)
                .asString()
                .contains("6 times");
    }

    @Test
    void bytes_that_are_no_text_are_no_host() throws IOException {
        var text = ("PK\u0003\u0004\u0000scan.txt" + HOST).getBytes(StandardCharsets.UTF_8);
        assertThat(Fixtures.read(text).sightings()).isEmpty();
        var line = (HOST + "mail\u0001.example.org 15.1.2507.39\n").getBytes(StandardCharsets.UTF_8);
        assertThat(Fixtures.read(line).sightings()).isEmpty();
    }

    @Test
    void a_named_archive_in_which_nothing_can_be_read_is_a_problem() throws IOException {
        var archive = Packed.zip("readme.md", "# words".getBytes(StandardCharsets.UTF_8));
        assertThat(Fixtures.read(archive).problems()).hasSize(1);
        assertThat(Fixtures.read(Packed.zip()).problems()).hasSize(1);
    }

    @Test
    void more_members_than_allowed_are_left_aside() throws IOException {
        var host = HOST.getBytes(StandardCharsets.UTF_8);
        var archive = Packed.zip("1", host, "2", host, "3", host, "4", host);
        var read = Fixtures.read(archive, Formats.ALL, SMALL);
        assertThat(read.sightings()).hasSize(3);
        assertThat(read.problems()).extracting(Problem::cause).allMatch(cause -> cause.contains("more than 3 members"));
    }

    @Test
    void a_file_that_unpacks_to_too_much_is_not_read_on() throws IOException {
        var much = HOST.repeat(2_000).getBytes(StandardCharsets.UTF_8);
        for (var packed : List.of(Packed.gzip(much), Packed.zstd(much), Packed.xz(much))) {
            var byRatio = Fixtures.read(packed, Formats.ALL, new Limits(100, 3, 1 << 20, 20, 5_000, 10_000));
            assertThat(byRatio.sightings()).hasSizeLessThan(1_000);
            assertThat(byRatio.problems())
                    .extracting(Problem::cause)
                    .anyMatch(cause -> cause.contains("times its size"));
            var bySize = Fixtures.read(packed, Formats.ALL, new Limits(100, 3, 20_000, 1 << 20, 5_000, 10_000));
            assertThat(bySize.sightings()).hasSizeLessThan(1_000);
            assertThat(bySize.problems())
                    .extracting(Problem::cause)
                    .anyMatch(cause -> cause.contains("more than 20000"));
        }
    }

    @Test
    void the_members_of_an_archive_share_one_limit() throws IOException {
        var half = HOST.repeat(500).getBytes(StandardCharsets.UTF_8);
        var read = Fixtures.read(
                Packed.zip("1", half, "2", half, "3", half),
                Formats.ALL,
                new Limits(100, 3, 20_000, 1 << 20, 5_000, 10_000));
        assertThat(read.sightings()).extracting(s -> s.source().file()).doesNotContain("-!3");
        assertThat(read.problems()).hasSize(1);
    }

    @Test
    void an_archive_that_is_too_large_for_memory_lies_in_a_temporary_file_and_that_is_gone_then() throws IOException {
        var random = new byte[40_000];
        new java.util.Random(1).nextBytes(random);
        var before = temporaryFiles();
        var archive = Packed.zip("1", random, "2", HOST.getBytes(StandardCharsets.UTF_8));
        var read = Fixtures.read(archive, Formats.ALL, new Limits(1 << 20, 3, 1 << 20, 100, 1 << 20, 10_000));
        assertThat(read.sightings()).hasSize(1);
        assertThat(read.problems()).isEmpty();
        var tooLarge = Fixtures.read(archive, Formats.ALL, SMALL);
        assertThat(tooLarge.problems()).extracting(Problem::cause).anyMatch(cause -> cause.contains("more than 20000"));
        assertThat(temporaryFiles()).isEqualTo(before);
    }

    private static java.util.Set<Path> temporaryFiles() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("tidemark-"))
                    .filter(file -> file.toString().endsWith(".part"))
                    .collect(java.util.stream.Collectors.toSet());
        }
    }

    @Test
    void an_encrypted_member_is_a_problem_and_the_others_are_read() throws IOException {
        var host = HOST.getBytes(StandardCharsets.UTF_8);
        for (var cipher : List.of(EncryptionMethod.AES, EncryptionMethod.ZIP_STANDARD)) {
            var archive = Packed.lockedZip("secret", cipher, "1.txt", host, "+2.txt", host);
            var read = Fixtures.read(archive);
            assertThat(read.sightings()).extracting(s -> s.source().file()).containsExactly("-!2.txt");
            assertThat(read.problems()).extracting(Problem::cause).containsExactly("This member is encrypted.");
        }
    }

    @Test
    void a_damaged_archive_causes_problems_only() throws IOException {
        var members = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(members)) {
            for (int i = 0; i < 5; i++) {
                out.putNextEntry(new ZipEntry("m" + i));
                out.write(HOST.repeat(20).getBytes(StandardCharsets.UTF_8));
            }
        }
        var archive = members.toByteArray();
        for (long seed = 0; seed < 500; seed++) {
            var random = new java.util.Random(seed);
            var damaged = java.util.Arrays.copyOf(
                    archive, seed % 3 == 0 ? 4 + random.nextInt(archive.length - 4) : archive.length);
            for (int i = 0; i < 4; i++) {
                damaged[3 + random.nextInt(damaged.length - 3)] = (byte) random.nextInt();
            }
            Fixtures.read(damaged);
        }
    }

    @Test
    void a_format_that_is_surer_wins_and_the_first_of_equals() {
        var head = Head.of("x".getBytes(StandardCharsets.UTF_8));
        var fallback = new Claiming("fallback", Format.Claim.FALLBACK);
        var likely = new Claiming("likely", Format.Claim.LIKELY);
        var equal = new Claiming("equal", Format.Claim.LIKELY);
        assertThat(new InputReader(List.of(fallback, likely, equal), Limits.DEFAULT).recognise(head))
                .contains(likely);
        assertThat(new InputReader(List.of(new Claiming("none", Format.Claim.NO)), Limits.DEFAULT).recognise(head))
                .isEmpty();
    }

    private record Claiming(String id, Claim claim) implements LineFormat {
        @Override
        public Claim claim(Head head) {
            return claim;
        }

        @Override
        public void read(byte[] bytes, int from, int to, Position position, Sink sink) {}
    }

    private Rendering readFile(String name, byte[] bytes, boolean named) throws IOException {
        var rendering = new Rendering();
        reader(Limits.DEFAULT).read(Input.file(Files.write(folder.resolve(name), bytes), named), rendering);
        return rendering;
    }

    private static InputReader reader(Limits limits) {
        return new InputReader(Formats.ALL, limits);
    }

    @Test
    void a_stream_that_fails_in_the_middle_keeps_what_came_before() {
        var failing = new FailingStream(HOST.repeat(3));
        var rendering = new Rendering();
        reader(Limits.DEFAULT).read(Input.standardInput(failing), rendering);
        assertThat(rendering.sightings()).extracting(Sighting::source).hasSize(3);
        assertThat(rendering.problems()).hasSize(1);
    }
}
