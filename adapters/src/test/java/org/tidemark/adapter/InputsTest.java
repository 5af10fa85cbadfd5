// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.fault.TidemarkException;

class InputsTest {
    @TempDir
    private Path folder;

    @Test
    void a_folder_is_opened_in_the_order_of_names() throws IOException {
        write("b.txt");
        write("a/z.txt");
        write("a/b/c.txt");
        write("c.txt");
        assertThat(names(inputs(folder))).containsExactly("a/b/c.txt", "a/z.txt", "b.txt", "c.txt");
    }

    @Test
    void arguments_keep_their_order() throws IOException {
        var second = write("a.txt");
        var first = write("b.txt");
        assertThat(names(Inputs.of(List.of(first.toString(), "-", second.toString()), InputStream.nullInputStream())))
                .containsExactly("b.txt", "-", "a.txt");
    }

    @Test
    void only_a_file_that_was_asked_for_is_named() throws IOException {
        var file = write("a.txt");
        assertThat(inputs(folder).inputs()).extracting(Input::named).containsExactly(false);
        assertThat(inputs(file).inputs()).extracting(Input::named).containsExactly(true);
    }

    @Test
    void hidden_files_in_a_folder_are_skipped_and_counted() throws IOException {
        write(".hidden");
        write(".git/config");
        write("a.txt");
        var inputs = inputs(folder);
        assertThat(names(inputs)).containsExactly("a.txt");
        assertThat(inputs.skipped()).isEqualTo(1);
    }

    @Test
    void a_side_file_is_no_data_and_is_not_counted() throws IOException {
        write("scan.jsonl");
        var side = write("scan.jsonl.scan.yaml");
        assertThat(names(inputs(folder))).containsExactly("scan.jsonl");
        assertThat(inputs(folder).sideFiles()).containsExactly(side);
        assertThat(inputs(folder).skipped()).isZero();
        assertThat(inputs(side).inputs()).isEmpty();
        assertThat(inputs(side).sideFiles()).containsExactly(side);
    }

    @Test
    void a_link_that_leads_in_a_circle_is_not_followed() throws IOException {
        write("a/b.txt");
        Files.createSymbolicLink(folder.resolve("a/up"), folder);
        Files.createSymbolicLink(folder.resolve("a/c.txt"), folder.resolve("a/b.txt"));
        var inputs = inputs(folder);
        assertThat(names(inputs)).containsExactly("a/b.txt", "a/c.txt");
        assertThat(inputs.skipped()).isEqualTo(1);
    }

    @Test
    void a_file_that_does_not_exist_is_the_users_mistake() {
        assertThatThrownBy(() -> inputs(folder.resolve("none")))
                .isInstanceOf(TidemarkException.class)
                .hasMessageContaining("none");
        assertThatThrownBy(() -> Inputs.of(List.of("a\0b"), InputStream.nullInputStream()))
                .isInstanceOf(TidemarkException.class);
    }

    @Test
    void standard_input_is_read_as_a_file_named_by_a_hyphen() {
        var text = new ByteArrayInputStream("192.0.2.1 15.2.1748.39\n".getBytes(StandardCharsets.UTF_8));
        var rendering = new Rendering();
        var inputs = Inputs.of(List.of("-"), text);
        new InputReader(org.tidemark.adapter.registry.Formats.ALL, Limits.DEFAULT)
                .read(inputs.inputs().getFirst(), rendering);
        assertThat(rendering.sightings())
                .extracting(sighting -> sighting.source().file())
                .containsExactly("-");
    }

    private Path write(String name) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "x");
    }

    private static Inputs inputs(Path path) {
        return Inputs.of(List.of(path.toString()), InputStream.nullInputStream());
    }

    private List<String> names(Inputs inputs) {
        return inputs.inputs().stream()
                .map(input -> input.path()
                        .map(path -> folder.relativize(path).toString())
                        .orElse(input.name()))
                .toList();
    }
}
