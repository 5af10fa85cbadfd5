// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewFileTest {
    @TempDir
    private Path folder;

    @Test
    void a_file_takes_its_place_when_it_is_finished() throws IOException {
        var place = Files.writeString(folder.resolve("a.json"), "old");
        try (var file = NewFile.at(place)) {
            file.out().write("new".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            assertThat(place).hasContent("old");
            file.finish();
        }
        assertThat(place).hasContent("new");
        assertThat(names()).containsExactly("a.json");
    }

    @Test
    void a_file_that_was_broken_off_leaves_what_was_there() throws IOException {
        var place = Files.writeString(folder.resolve("a.json"), "old");
        try (var file = NewFile.at(place)) {
            file.out().write('x');
        }
        assertThat(place).hasContent("old");
        assertThat(names()).containsExactly("a.json");
    }

    private java.util.List<String> names() throws IOException {
        try (var list = Files.list(folder)) {
            return list.map(file -> file.getFileName().toString()).toList();
        }
    }
}
