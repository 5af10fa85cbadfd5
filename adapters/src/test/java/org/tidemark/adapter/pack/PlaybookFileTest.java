// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.fault.TidemarkException;
import org.tidemark.hunt.Playbook;
import org.tidemark.hunt.Stage;

class PlaybookFileTest {
    private static final String GENERAL = """
            # What to do

            Words for who reads this.

            ## Update
            - Install it.

            ## Preserve
            - [exploited] Copy it.
            """;

    @Test
    void phases_stand_in_their_order_whatever_that_of_the_file_and_each_grade_has_its_steps() {
        var wave = PlaybookFile.read(pack(Map.of(
                        "playbook.md",
                        GENERAL,
                        "campaigns/wave/playbook.md",
                        "## Update\n- [used] Rotate first.\n- Install it.\n")))
                .get("wave");
        assertThat(wave.about(Stage.USED))
                .extracting(step -> step.phase().id() + ": " + step.text())
                .containsExactly("preserve: Copy it.", "update: Install it.", "update: Rotate first.");
        assertThat(wave.about(Stage.ATTEMPTED)).extracting(Playbook.Step::text).containsExactly("Install it.");
        assertThat(wave.about(Stage.PROBED)).isEmpty();
    }

    @Test
    void a_pack_without_playbooks_has_nothing_to_say() {
        assertThat(PlaybookFile.read(pack(Map.of()))).containsExactly(Map.entry("", Playbook.EMPTY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Panic             | - Run.           | playbook.md:1: This is no phase.
            Update            | Install it.      | playbook.md:2: Below a phase only points stand
            Update            | - [dead] Mourn.  | playbook.md:2: There is no grade [dead].
            """)
    void what_is_not_as_it_must_be_names_file_and_line(String heading, String line, String cause) {
        var files = pack(Map.of("playbook.md", "## " + heading + "\n" + line + "\n"));
        assertThatThrownBy(() -> PlaybookFile.read(files))
                .isInstanceOf(TidemarkException.class)
                .hasMessageContaining(cause);
    }

    private static TestPack pack(Map<String, String> files) {
        var bytes = new java.util.LinkedHashMap<String, byte[]>();
        files.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return new TestPack(bytes);
    }
}
