// SPDX-License-Identifier: Apache-2.0
package org.tidemark.knowledge;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tidemark.adapter.pack.Loaded;
import org.tidemark.adapter.pack.PackFiles;
import org.tidemark.adapter.pack.PackReader;

/// What holds for every pack that comes with the program.
class BundledPacksTest {
    private static final ClassLoader LOADER = BundledPacksTest.class.getClassLoader();

    @TestFactory
    Stream<DynamicTest> every_pack_loads_without_a_fault() throws IOException {
        return each(id -> assertThat(PackReader.read(PackFiles.bundled(LOADER, id)))
                .isInstanceOfSatisfying(
                        Loaded.Usable.class,
                        usable -> assertThat(usable.catalogue().pack().id()).isEqualTo(id)));
    }

    @TestFactory
    Stream<DynamicTest> the_listing_of_every_pack_names_all_its_files() throws IOException {
        return each(id -> {
            var onDisk = new ArrayList<>(PackFiles.folder(folder(id)).names());
            onDisk.sort(null);
            assertThat(PackFiles.bundled(LOADER, id).names())
                    .as("packs/%s/files.txt, in the order of names", id)
                    .isEqualTo(onDisk);
        });
    }

    @TestFactory
    Stream<DynamicTest> a_folder_and_the_class_path_give_the_same_hash() throws IOException {
        return each(id -> assertThat(
                        PackReader.read(PackFiles.folder(folder(id))).orThrow().pack())
                .isEqualTo(
                        PackReader.read(PackFiles.bundled(LOADER, id)).orThrow().pack()));
    }

    @TestFactory
    Stream<DynamicTest> the_prepared_form_of_a_pack_says_the_same() throws IOException {
        return each(id -> {
            var files = PackFiles.bundled(LOADER, id);
            var read = PackReader.read(files).usableOrThrow();
            var prepared = PackReader.readPrepared(PackReader.prepare(files, "today"), "today", files)
                    .orElseThrow()
                    .usableOrThrow();
            assertThat(prepared).usingRecursiveComparison().isEqualTo(read);
        });
    }

    @TestFactory
    Stream<DynamicTest> a_prepared_form_of_other_files_is_not_used() throws IOException {
        return each(id -> {
            var files = PackFiles.bundled(LOADER, id);
            var image = PackReader.prepare(files, "yesterday");
            assertThat(PackReader.readPrepared(image, "today", files)).isEmpty();
            assertThat(PackReader.readPrepared(Arrays.copyOf(image, image.length / 2), "yesterday", files))
                    .isEmpty();
            var flipped = image.clone();
            flipped[image.length / 2] ^= 1;
            assertThat(PackReader.readPrepared(flipped, "yesterday", files)).isEmpty();
            assertThat(PackReader.readPrepared(new byte[0], "today", files)).isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> every_pack_says_where_its_facts_come_from() throws IOException {
        return each(id -> assertThat(PackFiles.bundled(LOADER, id).names()).contains("PROVENANCE.md"));
    }

    /// A pack is read by people too, and a change must show as a change: one way to write a table.
    @TestFactory
    Stream<DynamicTest> every_table_is_written_plainly() throws IOException {
        return each(id -> {
            for (var name : PackFiles.bundled(LOADER, id).names()) {
                if (name.endsWith(".csv")) {
                    var text = Files.readString(folder(id).resolve(name), StandardCharsets.UTF_8);
                    assertThat(withoutComments(text)).as(name).isEqualTo(writtenPlainly(text));
                }
            }
        });
    }

    private static String withoutComments(String text) {
        return text.lines().filter(line -> !line.startsWith("#")).collect(joining("\n", "", "\n"));
    }

    private static String writtenPlainly(String text) throws IOException {
        var plain = new StringWriter();
        try (var writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(plain);
                var reader = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofCsvRecord(text)) {
            for (var row : reader) {
                writer.writeRecord(row.getFields());
            }
        }
        return plain.toString();
    }

    @Test
    void the_index_names_all_packs() throws IOException {
        try (var folders = Files.list(folder("exchange").getParent())) {
            var ids = folders.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .toList();
            assertThat(PackFiles.bundledIds(LOADER)).containsExactlyInAnyOrderElementsOf(ids);
        }
    }

    private interface Check {
        void of(String id) throws IOException;
    }

    private static Stream<DynamicTest> each(Check check) throws IOException {
        return PackFiles.bundledIds(LOADER).stream().map(id -> DynamicTest.dynamicTest(id, () -> check.of(id)));
    }

    private static Path folder(String id) throws IOException {
        try {
            return Path.of(Objects.requireNonNull(LOADER.getResource("packs/index.txt"))
                            .toURI())
                    .resolveSibling(id);
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
