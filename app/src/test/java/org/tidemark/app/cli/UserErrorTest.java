// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a user's mistake becomes.
class UserErrorTest {
    @TempDir
    private Path temp;

    private Program program;

    @BeforeEach
    void a_program_with_a_store_of_its_own() {
        program = new Program(temp.resolve("data"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "assess --build 15.1.2176.2 --campaign nope, no campaign 'nope'",
                "assess --build banana, 'banana' is no build",
                "servers --campaign nope, no campaign 'nope'",
                "servers --build banana, 'banana' is no build",
                "plan --build 15.1.2176.2 --dotnet new, 'new' is no version",
                "ingest - --ended-at yesterday, yesterday",
                "assess --bild 15.1.2176.2, Unknown option: '--bild'",
                "hunt, Missing required parameter",
                "rules lint, Missing required parameter",
                "hunt . --since tomorrow, --since takes a day",
                "catalog show nothing, say nothing about 'nothing'",
            })
    void the_rows_of_a_run_that_was_asked_wrongly_end_with_one_summary(String command, String sentence) {
        var run = program.json((Object[]) command.split(" ", -1));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(sentence);
        assertThat(run.out()).hasSize(1);
        assertThat(run.summary()).contains("\"partial\":true", "\"packs\":[{\"id\":\"exchange\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;b", "a?", "a;access_mode=read_only", "a;b/c"})
    void a_folder_whose_name_the_database_would_take_apart_is_refused_before_anything_is_made(String name) {
        for (var command : List.of("ingest", "servers", "assess")) {
            var data = temp.resolve(name);
            var run = command.equals("ingest")
                    ? program.json(command, "-", "--data", data)
                    : program.json(command, "--data", data);

            assertThat(run.exit()).as(command).isEqualTo(2);
            assertThat(run.err()).as(command).contains(data + " cannot hold a store", "';' and '?'");
            assertThat(run.rows("summary")).as(command).hasSize(1);
        }
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void a_report_that_could_not_be_written_is_refused_before_anything_is_read() throws IOException {
        var folder = Files.createDirectories(temp.resolve("reports"));
        var wrong = Map.of(
                temp.resolve("gone").resolve("report.html"),
                "there is no folder " + temp.resolve("gone"),
                folder,
                "it is a folder",
                Files.writeString(temp.resolve("file"), "").resolve("report.html"),
                "there is no folder");

        wrong.forEach((file, why) -> {
            var run = program.json("assess", temp.resolve("nothing.csv"), "--html", file);

            assertThat(run.exit()).as(why).isEqualTo(2);
            assertThat(run.err()).contains("The report cannot be written to " + file, why);
            assertThat(run.out()).containsExactly(run.summary());
        });
    }

    @Test
    void names_of_settings_and_campaigns_are_taken_in_any_case() {
        var plain = program.json(
                "assess", "--build", "15.1.2507.37", "--cve", "CVE-2024-21410", "--setting", "extended-protection=on");
        var shouted = program.json(
                "assess", "--build", "15.1.2507.37", "--cve", "CVE-2024-21410", "--setting", "Extended-Protection=ON");

        assertThat(plain.exit()).isZero();
        assertThat(shouted.out()).isEqualTo(plain.out());
        assertThat(program.json("assess", "--build", "15.1.2176.2", "--campaign", "ProxyLogon")
                        .out())
                .isEqualTo(program.json("assess", "--build", "15.1.2176.2", "--campaign", "proxylogon")
                        .out());
    }

    @Test
    void an_array_of_records_is_told_how_to_become_lines() throws IOException {
        var file = Files.writeString(temp.resolve("all.json"), "[{\"ip\": \"192.0.2.1\", \"data\": {}}]");

        var run = program.json("identify", file);

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.rows("problem")).singleElement().asString().contains("one JSON array", "jq -c '.[]'");
    }

    @Test
    void a_run_for_which_no_pack_can_be_loaded_ends_with_a_summary_without_packs() {
        var run = program.loadingItself().json("identify", "-", "--pack", temp.resolve("nowhere"));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("There is no folder " + temp.resolve("nowhere"));
        assertThat(run.out()).containsExactly("{\"type\":\"summary\",\"problems\":0,\"partial\":true,\"packs\":[]}");
    }
}
