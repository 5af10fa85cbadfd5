// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.tidemark.adapter.registry.Formats;

/// The files below `formats/`, each in the folder of its format's id, with what they say in `<file>.expected.txt`.
final class Fixtures {
    static final Path ROOT = Path.of("src", "test", "resources", "formats");

    private static final String EXPECTED = ".expected.txt";

    private Fixtures() {}

    static Stream<Path> all() {
        try (var files = Files.walk(ROOT)) {
            return files
                    .filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(EXPECTED) && !file.endsWith("PROVENANCE.md"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Those that are text throughout and so can be written in another encoding.
    static Stream<Path> texts() {
        return all().filter(file -> !file.endsWith("bytes.jsonl"));
    }

    static String format(Path fixture) {
        return fixture.getParent().getFileName().toString();
    }

    static byte[] bytes(Path fixture) {
        try {
            return Files.readAllBytes(fixture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Rendering read(byte[] bytes) {
        return read(bytes, Formats.ALL, Limits.DEFAULT);
    }

    static Rendering read(byte[] bytes, List<Format> formats, Limits limits) {
        var rendering = new Rendering();
        new InputReader(formats, limits).read(Input.standardInput(new ByteArrayInputStream(bytes)), rendering);
        return rendering;
    }

    static Rendering read(Path file) {
        var rendering = new Rendering();
        new InputReader(Formats.ALL, Limits.DEFAULT).read(Input.file(file, true), rendering);
        return rendering;
    }

    /// Compares with the golden file, or writes it where `-Dgolden.update=true` says so.
    static void isAsExpected(Path fixture, String actual) throws IOException {
        var expected = fixture.resolveSibling(fixture.getFileName() + EXPECTED);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(expected));
    }
}
