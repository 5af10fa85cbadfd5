// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.fault.Problem;

/// Archives as they occur and as somebody may build them to do harm.
class ArchivesTest {
    private static final byte[] LOG = """
            #Fields: date time cs-method cs-uri-stem c-ip sc-status
            2021-03-05 06:59:20 GET /owa/ 198.51.100.61 200
            """.getBytes(StandardCharsets.UTF_8);
    private static final Limits SMALL = new Limits(1 << 20, 50, 4 << 20, 50, 1 << 20, 64 << 10);

    @TempDir
    private Path temp;

    private Set<Path> before = Set.of();

    @BeforeEach
    void temporary_files() throws IOException {
        before = parts();
    }

    @AfterEach
    void nothing_is_left_behind() throws IOException {
        assertThat(parts()).isEqualTo(before);
    }

    private static Set<Path> parts() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.toString().endsWith(".part")).collect(Collectors.toSet());
        }
    }

    private TakenEvidence read(String name, byte[] bytes) throws IOException {
        return TakenEvidence.in(Passwords.none(), SMALL, Files.write(temp.resolve(name), bytes));
    }

    private List<String> files(TakenEvidence taken) {
        return taken.traces().stream()
                .map(trace -> trace.place().file().substring(temp.toString().length() + 1))
                .toList();
    }

    private static List<String> causes(TakenEvidence taken) {
        return taken.problems().stream().map(Problem::cause).toList();
    }

    @Test
    void every_archive_is_read_in_every_other_one() throws IOException {
        for (var outer = 0; outer < 3; outer++) {
            for (var inner = 0; inner < 3; inner++) {
                var taken = read("a" + outer + inner, packed(outer, "in", packed(inner, "x.log", LOG)));
                assertThat(files(taken)).containsExactly("a" + outer + inner + "!in!x.log");
                assertThat(taken.problems()).isEmpty();
            }
        }
        assertThat(files(read("b", Packed.zstd(Packed.tar("x.log", LOG))))).containsExactly("b!x.log");
    }

    private static byte[] packed(int how, String name, byte[] content) throws IOException {
        return switch (how) {
            case 0 -> Packed.zip(name, content);
            case 1 -> Packed.tar(name, content);
            default -> Packed.sevenZip(null, name, content);
        };
    }

    @Test
    void names_of_a_tar_may_be_long() throws IOException {
        var name = "folder/".repeat(40) + "x.log";
        assertThat(files(read("a.tar", Packed.tar(name, LOG)))).containsExactly("a.tar!" + name);
    }

    @Test
    void links_are_not_followed_and_not_kept_quiet() throws IOException {
        var taken = read("a.tar", Packed.tar("x.log", LOG, "passwd", "/etc/passwd", "up", "../../x"));
        assertThat(files(taken)).containsExactly("a.tar!x.log");
        assertThat(causes(taken)).singleElement().asString().contains("2 are as the first", "a.tar!passwd", "a link");
    }

    @Test
    void a_name_that_leads_out_of_the_archive_has_no_path_and_is_told() throws IOException {
        var taken = read("a.tar", Packed.tar("../../C/Windows/System32/x.log", LOG, "C/Windows/y.log", LOG));
        assertThat(taken.traces())
                .extracting(trace -> String.valueOf(trace.place().path()))
                .containsExactly("null", "C:\\Windows\\y.log");
        assertThat(causes(taken)).singleElement().asString().contains("lead out of the archive");
        assertThat(temp.resolve("../../C")).doesNotExist();
    }

    @Test
    void an_archive_that_is_cut_off_is_read_as_far_as_it_goes() throws IOException {
        var noise = new byte[3000];
        new Random(1).nextBytes(noise);
        var zip = Packed.zip("a.log", LOG, "b.log", LOG, "c.bin", noise);
        var cut = read("cut.zip", Arrays.copyOf(zip, zip.length - 2500));
        assertThat(files(cut)).containsExactly("cut.zip!a.log", "cut.zip!b.log");
        assertThat(causes(cut)).anyMatch(cause -> cause.contains("damaged") && cause.contains("as far as it goes"));
        var tar = Packed.tar("a.log", LOG, "b.bin", noise);
        var cutTar = read("cut.tar", Arrays.copyOf(tar, 2500));
        assertThat(files(cutTar)).containsExactly("cut.tar!a.log");
        assertThat(causes(cutTar)).anyMatch(cause -> cause.contains("cut off inside its member b.bin"));
    }

    @Test
    void names_are_utf8_where_they_can_be_and_else_of_the_old_code_page() throws IOException {
        var utf8 = Packed.zip("protokoll-\u00E4.log", LOG);
        assertThat(files(read("utf8.zip", withoutFlag(utf8)))).containsExactly("utf8.zip!protokoll-\u00E4.log");
        var old = Packed.zip("protokoll-??.log", LOG);
        var name = "protokoll-??.log".getBytes(StandardCharsets.US_ASCII);
        var spelled = "protokoll-\u00E4\u00F6.log".getBytes(Charset.forName("IBM437"));
        for (int i = 0; i + name.length <= old.length; i++) {
            if (Arrays.equals(old, i, i + name.length, name, 0, name.length)) {
                System.arraycopy(spelled, 0, old, i, name.length);
            }
        }
        assertThat(files(read("old.zip", withoutFlag(old)))).containsExactly("old.zip!protokoll-\u00E4\u00F6.log");
    }

    /// Without the flag that says that names are UTF-8, in both places where it stands.
    private static byte[] withoutFlag(byte[] zip) {
        for (int i = 0; i + 10 < zip.length; i++) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && (zip[i + 2] == 1 || zip[i + 2] == 3)) {
                zip[i + (zip[i + 2] == 1 ? 9 : 7)] &= ~8;
            }
        }
        return zip;
    }

    @Test
    void a_date_that_is_none_does_no_harm() throws IOException {
        var zip = Packed.zip("x.log", LOG);
        for (int i = 0; i + 16 < zip.length; i++) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && (zip[i + 2] == 1 || zip[i + 2] == 3)) {
                Arrays.fill(zip, i + (zip[i + 2] == 1 ? 12 : 10), i + (zip[i + 2] == 1 ? 16 : 14), (byte) 0);
            }
        }
        var taken = read("x.zip", zip);
        assertThat(taken.traces()).hasSize(1);
        assertThat(taken.problems()).isEmpty();
    }

    @Test
    void a_name_that_comes_twice_is_read_twice() throws IOException {
        var other = (new String(LOG, StandardCharsets.UTF_8) + "2021-03-05 07:00:00 GET /ecp/ 198.51.100.61 200\n")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(read("a.tar", Packed.tar("x.log", LOG, "x.log", other, "x.log/y.log", LOG))
                        .traces())
                .hasSize(4);
    }

    @Test
    void bombs_are_refused_in_every_archive() throws IOException {
        var much = new String(LOG, StandardCharsets.UTF_8).repeat(45_000).getBytes(StandardCharsets.UTF_8);
        for (var bomb : List.of(
                Packed.zip("a.log", much),
                Packed.sevenZip(null, "a.log", much),
                Packed.gzip(Packed.tar("a.log", much)),
                Packed.zip("a.zip", Packed.zip("b.zip", Packed.zip("c.log", much))))) {
            var taken = read("bomb", bomb);
            assertThat(taken.traces()).hasSizeLessThan(45_000);
            assertThat(causes(taken)).hasSize(1).allMatch(cause -> cause.contains("more than"));
        }
    }

    @Test
    void archives_nested_too_deep_are_refused() throws IOException {
        var packed = LOG;
        for (int i = 0; i <= Unpacker.DEEPEST; i++) {
            packed = packed(i % 3, "m", packed);
        }
        assertThat(causes(read("deep", packed))).singleElement().asString().contains("more than 6 times");
    }

    @Test
    void more_members_than_the_limit_are_told() throws IOException {
        var members = new ArrayList<Object>();
        for (int i = 0; i < 60; i++) {
            members.add("m" + i + ".log");
            members.add(LOG);
        }
        for (int how = 0; how < 2; how++) {
            var archive = how == 0 ? Packed.zip(members.toArray()) : Packed.tar(members.toArray());
            var taken = read("many" + how, archive);
            assertThat(taken.traces()).hasSize(50);
            assertThat(causes(taken)).singleElement().asString().contains("more than 50 members");
        }
    }

    @Test
    void a_7z_with_a_password_is_opened_by_it_alone() throws IOException {
        var path = Files.write(temp.resolve("a.7z"), Packed.sevenZip("open sesame", "x.log", LOG));
        var taken = TakenEvidence.in(Passwords.of(List.of("wrong", "open sesame")), SMALL, path);
        assertThat(files(taken)).containsExactly("a.7z!x.log");
        assertThat(taken.problems()).isEmpty();
        var refused = TakenEvidence.in(Passwords.none(), SMALL, path);
        assertThat(refused.traces()).isEmpty();
        assertThat(causes(refused)).singleElement().asString().contains("encrypted");
    }

    @Test
    void what_would_last_for_ever_is_given_up() {
        assertThatThrownBy(() -> new Patience(1).with(() -> {
                    Thread.sleep(600_000);
                    return "";
                }))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("more than 1 seconds");
    }

    @Test
    void what_systems_leave_beside_files_is_passed_over() throws IOException {
        var taken = read(
                "a.zip",
                Packed.zip("__MACOSX/._x.log", LOG, "._x.log", LOG, "x.log", LOG, "x.log:Zone.Identifier", LOG));
        assertThat(files(taken)).containsExactly("a.zip!x.log");
        assertThat(taken.problems()).isEmpty();
    }

    @Test
    void a_damaged_archive_causes_problems_only() throws IOException {
        for (int how = 0; how < 3; how++) {
            var archive = packed(how, "x.log", packed(how, "y.log", LOG));
            for (int seed = 0; seed < 150; seed++) {
                var random = new Random(seed);
                var damaged = archive.clone();
                for (int i = 0; i < 3; i++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                var taken = read("damaged", damaged);
                assertThat(taken.problems()).allMatch(problem -> !problem.cure().isBlank());
            }
        }
    }
}
