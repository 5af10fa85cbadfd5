// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What can be wrong with the files themselves, before anybody asks what they mean.
class FileFaultsTest {
    private static final TestPack TINY = TestPack.bundled("tiny");

    @Test
    void a_pack_without_its_main_files_is_refused() {
        var empty = TINY.without("pack.yaml")
                .without("releases.csv")
                .without("advisories.csv")
                .without("fixes.csv");

        assertThat(empty.faults())
                .contains(
                        "pack.yaml A pack needs this file.",
                        "releases.csv A pack needs this file.",
                        "advisories.csv A pack needs this file.",
                        "fixes.csv A pack needs this file.");
    }

    @Test
    void files_that_speak_of_less_important_things_may_be_missing() {
        var pack = TINY.without("settings.yaml")
                .without("mitigations.yaml")
                .without("corrections.yaml")
                .without("kev_history.csv")
                .without("not_affected.csv")
                .without("campaigns/wave/campaign.yaml");

        assertThat(pack.faults()).isEmpty();
    }

    @Test
    void a_misspelt_file_name_is_told_instead_of_ignored() {
        assertThat(TINY.with("setings.yaml", "[]").faults())
                .containsExactly("setings.yaml A pack has no file of this name.");
    }

    @Test
    void a_folder_that_is_not_there_is_told(@TempDir Path folder) {
        var loaded = PackReader.read(PackFiles.folder(folder.resolve("none")));

        assertThat(loaded)
                .isInstanceOfSatisfying(
                        Loaded.Refused.class,
                        refused -> assertThat(refused.faults())
                                .singleElement()
                                .satisfies(fault -> assertThat(fault.cause())
                                        .isEqualTo("The pack cannot be listed: it is not there.")));
    }

    @Test
    void a_listed_file_that_is_not_there_is_told() {
        var files = new PackFiles() {
            @Override
            public List<String> names() {
                return List.of("pack.yaml");
            }

            @Override
            public InputStream open(String name) throws IOException {
                throw new IOException("the disk is gone");
            }

            @Override
            public String display(String name) {
                return name;
            }
        };

        assertThat(PackReader.read(files))
                .isInstanceOfSatisfying(
                        Loaded.Refused.class,
                        refused -> assertThat(refused.faults().getFirst().cause())
                                .isEqualTo("The file cannot be read: the disk is gone."));
    }

    @Test
    void a_huge_file_is_refused_without_being_kept() {
        assertThat(TINY.with("README.md", new byte[PackContent.LARGEST_FILE + 1])
                        .faults())
                .containsExactly(
                        "README.md The file is too large: a file of a pack has 16 MiB at most, and a pack 128 MiB.");
        assertThat(TINY.with("mitigations.yaml", new byte[PackContent.LARGEST_TEXT + 1])
                        .faults())
                .containsExactly("mitigations.yaml The file is larger than 4 MiB.");
    }

    @Test
    void a_file_that_is_not_utf_8_is_told() {
        assertThat(TINY.with("settings.yaml", new byte[] {'-', ' ', (byte) 0xFC})
                        .faults())
                .containsExactly("settings.yaml The file is not UTF-8.");
    }

    @Test
    void a_byte_order_mark_does_no_harm() {
        assertThat(TINY.replacing("fixes.csv", "cve,product", "\uFEFFcve,product")
                        .faults())
                .isEmpty();
    }

    @Test
    void an_unknown_a_doubled_and_a_missing_column_are_told() {
        var header = "cve,product,level,statement,said,words,by";

        assertThat(TINY.replacing("not_affected.csv", header, "cve,product,level,statement,said,said,why")
                        .faults())
                .containsExactly(
                        "not_affected.csv:1 The column `said` is there twice.",
                        "not_affected.csv:1 The column `why` is unknown.",
                        "not_affected.csv:1 The column `words` is missing.",
                        "not_affected.csv:1 The column `by` is missing.");
    }

    @Test
    void a_row_with_too_few_values_is_told_and_the_others_are_read() {
        assertThat(TINY.adding("not_affected.csv", "CVE-2020-1002,7").faults())
                .containsExactly("not_affected.csv:5 The row has 2 values, the header 7.");
    }

    @Test
    void a_broken_quote_is_told_with_its_line() {
        var pack = TINY.replacing("releases.csv", "\"A second number, on the blog only\"", "\"A second\" number");

        assertThat(pack.faults())
                .anySatisfy(fault ->
                        assertThat(fault).startsWith("releases.csv:5 The file cannot be read as CSV after this line:"));
    }

    @Test
    void an_empty_table_needs_its_header() {
        assertThat(TINY.with("kev_history.csv", "# nothing\n").faults())
                .containsExactly("kev_history.csv The file has no header row.");
    }

    @Test
    void lines_that_begin_with_a_number_sign_are_comments_and_count_as_lines() {
        assertThat(TINY.adding("fixes.csv", "# one more")
                        .adding("fixes.csv", "CVE-1,8,B1,none,,,,,,LIST")
                        .faults())
                .contains("fixes.csv:8 cve: `CVE-1` is no CVE.");
    }

    @Test
    void broken_yaml_is_told_with_its_line() {
        assertThat(TINY.replacing("mitigations.yaml", "  cves: [CVE-2020-1001]", "  cves: [CVE-2020-1001")
                        .faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault).startsWith("mitigations.yaml:3 The file is no YAML:"));
    }

    @Test
    void an_unknown_a_doubled_and_a_missing_key_are_told() {
        var pack = TINY.replacing("mitigations.yaml", "  breaks: Everything.", "  brakes: Everything.\n  name: Again");

        assertThat(pack.faults())
                .containsExactly(
                        "mitigations.yaml:1 The key `breaks` is missing.",
                        "mitigations.yaml:4 The key `brakes` is unknown.",
                        "mitigations.yaml:5 The key `name` is there twice.");
    }

    @Test
    void an_alias_is_refused_so_that_no_file_can_swell() {
        var pack = TINY.replacing("mitigations.yaml", "mechanism: The front", "mechanism: &x The front")
                .replacing("mitigations.yaml", "breaks: Everything.", "breaks: *x");

        assertThat(pack.faults())
                .containsExactly(
                        "mitigations.yaml:1 The key `breaks` is missing.", "mitigations.yaml:3 An alias points here.");
    }

    @Test
    void a_file_nested_without_end_is_refused() {
        assertThat(TINY.with("mitigations.yaml", "[".repeat(500_000)).faults()).hasSize(1);
    }

    @Test
    void an_empty_yaml_file_and_one_of_the_wrong_shape_are_told() {
        assertThat(TINY.with("mitigations.yaml", "# nothing\n").faults())
                .containsExactly("mitigations.yaml The file is empty.");
        assertThat(TINY.with("mitigations.yaml", "name: x\n").faults())
                .containsExactly("mitigations.yaml:1 The file is no list.");
        assertThat(TINY.with("mitigations.yaml", "- just words\n").faults())
                .containsExactly("mitigations.yaml:1 Here must stand keys with values.");
        assertThat(TINY.replacing("mitigations.yaml", "cves: [CVE-2020-1001]", "cves: CVE-2020-1001")
                        .faults())
                .containsExactly("mitigations.yaml:2 `cves` takes a list.");
        assertThat(TINY.replacing("mitigations.yaml", "breaks: Everything.", "breaks: [a, b]")
                        .faults())
                .containsExactly("mitigations.yaml:4 `breaks` takes one value.");
    }

    @Test
    void faults_beyond_the_first_thousand_are_counted() {
        var pack = TINY;
        var rows = new StringBuilder();
        for (int i = 0; i < 1200; i++) {
            rows.append("CVE-1,8,B1,none,9.1.200.1,,2020-03-10,,,LIST\n");
        }

        assertThat(pack.adding("fixes.csv", rows.toString().strip()).faults())
                .hasSize(1001)
                .last()
                .isEqualTo(" 200 more faults are not listed.");
    }
}
