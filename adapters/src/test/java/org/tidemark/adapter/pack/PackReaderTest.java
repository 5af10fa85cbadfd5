// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.advisory.Advisory;
import org.tidemark.advisory.BranchId;
import org.tidemark.advisory.Build;
import org.tidemark.advisory.CveId;
import org.tidemark.advisory.Fix;
import org.tidemark.advisory.NotAffected;
import org.tidemark.advisory.PartialDate;
import org.tidemark.advisory.Product;
import org.tidemark.advisory.Release;
import org.tidemark.advisory.Setting;
import org.tidemark.advisory.UpdatePackages;
import org.tidemark.fault.ErrorCode;
import org.tidemark.fault.TidemarkException;

class PackReaderTest {
    private static final TestPack TINY = TestPack.bundled("tiny");
    private static final CveId FIRST = new CveId("CVE-2020-1001");
    private static final CveId SECOND = new CveId("CVE-2020-1002");

    private static PartialDate day(String text) {
        return PartialDate.parse(text).orElseThrow();
    }

    @Test
    void a_pack_says_what_it_is() {
        var catalogue = TINY.catalogue();

        assertThat(catalogue.pack().id()).isEqualTo("tiny");
        assertThat(catalogue.pack().title()).isEqualTo("Invented mail server");
        assertThat(catalogue.pack().vendor()).isEqualTo("Invented");
        assertThat(catalogue.pack().version()).isEqualTo("2021.2.1");
        assertThat(catalogue.pack().dataAsOf()).isEqualTo(LocalDate.of(2021, 2, 9));
        assertThat(catalogue.howTo().build()).isEqualTo("`mailer --version` on the server");
    }

    @Test
    void products_come_with_their_lines_support_and_ancestors() {
        var catalogue = TINY.catalogue();

        assertThat(catalogue.products()).extracting(Product::id).containsExactly("1", "7", "8", "9", "Cloud");
        var eight = catalogue.product("8");
        assertThat(eight.claims(Build.of(9, 1, 499, 0))).isTrue();
        assertThat(eight.claims(Build.of(9, 1, 500, 0))).isFalse();
        assertThat(eight.branchParts()).isEqualTo(3);
        assertThat(eight.support().getLast().until().last()).isEqualTo(LocalDate.of(2025, 10, 31));
        assertThat(eight.support().getLast().branches()).containsExactly("B2");
        assertThat(catalogue.product("9").continues()).isEqualTo(new BranchId("8", "B2"));
        assertThat(catalogue.product("7").released()).isEqualTo(day("2017-03"));
        assertThat(catalogue.product("Cloud").kind()).isEqualTo(Product.Kind.CLOUD);
    }

    @Test
    void releases_keep_days_months_packages_and_second_numbers() {
        var catalogue = TINY.catalogue();

        assertThat(catalogue.releases()).hasSize(8);
        var second = catalogue.release(Build.of(9, 1, 100, 5)).orElseThrow();
        assertThat(second.aliasOf()).isEqualTo(Build.of(9, 1, 100, 4));
        assertThat(second.released()).isEqualTo(day("2020-02"));
        assertThat(second.note()).isEqualTo("A second number, on the blog only");
        var march = catalogue.release(Build.of(9, 1, 100, 9)).orElseThrow();
        assertThat(march.content()).isEqualTo(Release.Content.BASE_ONLY);
        assertThat(march.packages()).isEqualTo(new UpdatePackages(List.of(Set.of("KB812"), Set.of("KB813"))));
        assertThat(march.name()).isEqualTo("8 B1 Mar20");
        assertThat(catalogue.release(Build.of(9, 1, 200, 1)).orElseThrow().sources())
                .containsExactly("LIST", "BLOG");
    }

    @Test
    void fixes_statements_and_settings_are_found_by_flaw() {
        var catalogue = TINY.catalogue();

        assertThat(catalogue.fixesOf(FIRST)).extracting(Fix::kind).containsExactly(Fix.Kind.UPDATE, Fix.Kind.BASE);
        assertThat(catalogue.fixesOf(SECOND))
                .extracting(Fix::branch)
                .containsExactly(new BranchId("8", "B1"), new BranchId("9", ""));
        assertThat(catalogue.fixesOf(SECOND).getLast().component()).isEqualTo("helper.dll 3.1 or higher");
        assertThat(catalogue.statementsOn(FIRST))
                .extracting(NotAffected::strength)
                .containsExactly(
                        NotAffected.Strength.NOT_BELIEVED,
                        NotAffected.Strength.NOT_AFFECTED,
                        NotAffected.Strength.PROTECTED);
        var setting = catalogue.settingsOf(SECOND).getFirst();
        assertThat(setting.kind()).isEqualTo(Setting.Kind.MUST_BE_ON);
        assertThat(setting.protecting()).containsExactlyInAnyOrder("on", "absent");
        assertThat(setting.decidesAlone()).containsExactly("absent");
        assertThat(setting.doneByBaseFrom()).containsExactly(new BranchId("8", "B2"), new BranchId("9", "C1"));
    }

    @Test
    void an_advisory_has_its_history_oldest_first() {
        var advisory = TINY.catalogue().advisory(FIRST).orElseThrow();

        assertThat(advisory.exploitedSince()).isEqualTo(day("2020-03"));
        assertThat(advisory.kev().due()).isEqualTo(day("2020-04-15"));
        assertThat(advisory.kev().history())
                .extracting(Advisory.Kev.Change::field)
                .containsExactly("added", "ransomware");
        assertThat(advisory.impact()).isEqualTo(new Advisory.Impact("active", "yes", "total", "9.1"));
        assertThat(advisory.sources()).containsExactly("LIST", "BLOG: seen in March");
        var record = TINY.catalogue().advisory(new CveId("CVE-2019-0001")).orElseThrow();
        assertThat(record.recordOnly()).isTrue();
        assertThat(record.published()).isNull();
    }

    @Test
    void campaigns_mitigations_and_corrections_are_there() {
        var catalogue = TINY.catalogue();

        var wave = catalogue.campaign("wave").orElseThrow();
        assertThat(wave.cves()).containsExactly(FIRST, SECOND);
        assertThat(wave.aliases()).containsExactly("Tide");
        assertThat(wave.massExploitation()).isNull();
        assertThat(wave.fixReleased()).containsExactly(day("2020-02-11"), day("2020-03-17"));
        assertThat(wave.logsCanShow()).isTrue();
        assertThat(catalogue.mitigations().getFirst().survivesUpgrade()).isFalse();
        assertThat(catalogue.mitigations().getFirst().validUntil()).isEqualTo(day("2020-03"));
        assertThat(catalogue.corrections().getFirst().claims()).hasSize(2);
    }

    /// Updates of such a product move the third part, come as two packages, and are told apart by ranges.
    @Test
    void a_product_can_be_one_branch_whose_updates_are_two_packages() {
        var catalogue = TestPack.bundled("farm").catalogue();

        var branch = catalogue.branch(new BranchId("16", "")).orElseThrow();
        assertThat(branch.releases()).hasSize(3);
        assertThat(branch.base().orElseThrow().build()).isEqualTo(Build.of(16, 0, 4351, 1000));
        assertThat(catalogue.product("16").claims(Build.of(16, 0, 5508, 1000))).isTrue();
        assertThat(catalogue.product("19").claims(Build.of(16, 0, 5508, 1000))).isFalse();
        var july = catalogue.release(Build.of(16, 0, 10417, 20027)).orElseThrow();
        assertThat(july.packages().provenBy(Set.of("KB200"))).isFalse();
        assertThat(july.packages().provenBy(Set.of("KB200", "KB201"))).isTrue();
        assertThat(july.packages().provenBy(Set.of("KB202"))).isTrue();
        assertThat(catalogue.fixesOf(new CveId("CVE-2025-1000")))
                .extracting(Fix::branch)
                .containsExactly(new BranchId("16", ""), new BranchId("19", ""));
    }

    @Test
    void a_folder_and_the_class_path_give_the_same_pack(@TempDir Path folder) throws IOException {
        for (var file : TINY.files().entrySet()) {
            var path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        Files.writeString(folder.resolve("files.txt"), "a listing is no part of the pack");
        Files.writeString(folder.resolve(".editor"), "nor is a hidden file");

        var fromFolder = PackReader.read(PackFiles.folder(folder)).orThrow();
        var fromResources = PackReader.read(PackFiles.bundled(getClass().getClassLoader(), "tiny"))
                .orThrow();

        assertThat(fromFolder.pack()).isEqualTo(fromResources.pack());
        assertThat(fromFolder.releases()).isEqualTo(fromResources.releases());
        assertThat(fromFolder.fixes()).isEqualTo(fromResources.fixes());
    }

    @Test
    void the_hash_changes_with_any_byte_name_or_border() {
        var hash = TINY.catalogue().pack().sha256();

        assertThat(hash).matches("[0-9a-f]{64}");
        assertThat(TINY.adding("settings.yaml", "# a word").catalogue().pack().sha256())
                .isNotEqualTo(hash);
        assertThat(TINY.with("README.md", "ab").catalogue().pack().sha256())
                .isNotEqualTo(TINY.with("README.md", "a").catalogue().pack().sha256());
        assertThat(TINY.with("README.md", "")
                        .with("campaigns/wave/a", "b")
                        .catalogue()
                        .pack()
                        .sha256())
                .isNotEqualTo(TINY.with("README.md", "")
                        .with("campaigns/wave/ab", "")
                        .catalogue()
                        .pack()
                        .sha256());
    }

    @Test
    void the_packs_that_come_with_the_program_are_listed() throws IOException {
        assertThat(PackFiles.bundledIds(getClass().getClassLoader())).containsExactly("tiny", "farm");
    }

    @Test
    void a_refused_pack_throws_with_its_first_faults() {
        var loaded = PackReader.read(TINY.replacing("fixes.csv", "9.1.100.4", "9.1.100.3"));

        assertThat(loaded).isInstanceOf(Loaded.Refused.class);
        assertThatThrownBy(loaded::orThrow)
                .isInstanceOfSatisfying(
                        TidemarkException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PACK))
                .hasMessageContaining("has 1 fault.")
                .hasMessageContaining("fixes.csv:2: build: The pack has no release with build 9.1.100.3.");
    }

    @Test
    void all_faults_of_all_files_are_told_at_once_by_file_and_line() {
        var pack = TINY.replacing("pack.yaml", "order: 5", "order: 4")
                .adding("releases.csv", "8,B2,Apr20,SU,9.1.200.4,April,KB821,,cumulative,LIST,")
                .adding("releases.csv", "8,B2,May20,XX,9.1.200.6,2020-05-12,KB822,,cumulative,LIST,")
                .adding("fixes.csv", "CVE-2020-9999,8,B2,update,9.1.200.6,KB822,2020-05-12,,,LIST")
                .replacing("settings.yaml", "protecting: [on, absent]", "protecting: [on, gone]");

        assertThat(pack.faults())
                .containsExactly(
                        "fixes.csv:7 cve: The pack has no advisory CVE-2020-9999.",
                        "pack.yaml:48 id: It has the same order as 9.",
                        "releases.csv:10 released: `April` is neither day nor month.",
                        "releases.csv:11 kind: `XX` is unknown here.",
                        "settings.yaml:3 protecting: `gone` is no value of this setting.");
    }
}
