// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.fault.ErrorCode;
import org.tidemark.fault.TidemarkException;

class OtherProcessTest {
    private static final int MANY = 100_000;

    @TempDir
    private Path temp;

    @Test
    void while_another_process_holds_the_store_a_sentence_names_it() throws Exception {
        var folder = temp.resolve("data");
        var holder = OtherProcess.start(temp, "128m", "hold", folder.toString()).start();
        try (var said = holder.inputReader()) {
            assertThat(said.readLine()).isEqualTo("held 0");

            assertThatThrownBy(() -> DuckDbStore.openToRead(folder, Invented.knowledge()))
                    .isInstanceOfSatisfying(TidemarkException.class, e -> {
                        assertThat(e.code()).isEqualTo(ErrorCode.EXTERNAL);
                        assertThat(e.getMessage())
                                .startsWith("The store " + folder.resolve(StoreFile.NAME)
                                        + " is in use by another process (" + holder.pid() + ");")
                                .doesNotContain("\n");
                    });
        } finally {
            holder.destroyForcibly().waitFor();
        }
        try (var store = DuckDbStore.open(folder, Invented.knowledge())) {
            assertThat(store.files()).isEmpty();
        }
    }

    /// Texts of some 90 MB go through a process whose heap holds less than that.
    @Test
    void memory_does_not_grow_with_what_is_stored() throws Exception {
        var flood = OtherProcess.start(
                        temp, "64m", "flood", temp.resolve("data").toString(), "" + MANY)
                .start();
        flood.getOutputStream().close();
        var said = new String(flood.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(flood.waitFor()).as(said).isZero();
        assertThat(said).contains("servers " + MANY);
        var peak = Long.parseLong(said.replaceAll("(?s).*VmHWM:\\s*([0-9]+) kB.*", "$1"));
        assertThat(peak).as("resident at most, kB").isLessThan(900_000);
    }
}
