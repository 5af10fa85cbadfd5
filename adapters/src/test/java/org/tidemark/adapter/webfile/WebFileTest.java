// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.webfile;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.adapter.Packed;
import org.tidemark.adapter.Passwords;
import org.tidemark.adapter.TakenEvidence;
import org.tidemark.hunt.Kind;
import org.tidemark.hunt.Trace;

class WebFileTest {
    private static final String PAGE = "case/C/inetpub/wwwroot/aspnet_client/Example.ASPX";
    private static final String COMPILED =
            "C/Windows/Microsoft.NET/Framework64/v4.0.30319/Temporary ASP.NET Files/owa/8e05b027/";

    @Test
    void a_page_is_told_by_its_path_its_content_and_its_hash() {
        var page = one(PAGE, "<%-- example --%>".getBytes(UTF_8));
        assertThat(page.kind()).isEqualTo(Kind.FILE);
        assertThat(page.first("path")).isEqualTo("C:\\inetpub\\wwwroot\\aspnet_client\\Example.ASPX");
        assertThat(page.first("folder")).isEqualTo("C:\\inetpub\\wwwroot\\aspnet_client\\");
        assertThat(page.first("name")).isEqualTo("Example.ASPX");
        assertThat(page.first("extension")).isEqualTo("aspx");
        assertThat(page.first("content")).isEqualTo("<%-- example --%>");
        assertThat(page.first("size")).isEqualTo("17");
        assertThat(page.first("head")).isEqualTo("3c252d2d206578616d706c65202d2d25");
        assertThat(page.first("sha256")).isEqualTo(sha256("<%-- example --%>".getBytes(UTF_8)));
        assertThat(page.first("archived")).isEmpty();
    }

    /// A mark at the beginning is no part of the text and a part of the file.
    @Test
    void the_hash_is_that_of_the_very_bytes() {
        for (var bytes : new byte[][] {"\uFEFF<%= é %>".getBytes(UTF_8), "\uFEFF<%= é %>".getBytes(UTF_16LE)}) {
            var page = one(PAGE, bytes);
            assertThat(page.first("content")).isEqualTo("<%= é %>");
            assertThat(page.first("sha256")).isEqualTo(sha256(bytes));
            assertThat(page.first("size")).isEqualTo(Integer.toString(bytes.length));
        }
    }

    @Test
    void a_page_in_an_older_code_page_is_read() {
        assertThat(one(PAGE, "<%= é %>".getBytes(StandardCharsets.ISO_8859_1)).first("content"))
                .isEqualTo("<%= é %>");
    }

    @Test
    void of_a_long_page_the_beginning_is_held_and_the_whole_is_hashed() {
        var bytes = new byte[1_000_001];
        Arrays.fill(bytes, (byte) 'é');
        var page = one(PAGE, bytes);
        assertThat(page.first("content")).hasSize(WebFile.CONTENT);
        assertThat(page.first("size")).isEqualTo("1000001");
        assertThat(page.first("sha256")).isEqualTo(sha256(bytes));
    }

    @Test
    void a_character_that_is_cut_at_the_end_of_the_content_makes_no_other_of_the_rest() {
        var text = "<%" + "é".repeat(WebFile.CONTENT / 2);
        assertThat(one(PAGE, ("x" + text).getBytes(UTF_8)).first("content")).startsWith("x<%éé");
    }

    @Test
    void a_page_in_an_archive_on_the_server_is_told_apart(@TempDir Path temp) throws IOException {
        var page = "<%-- example --%>".getBytes(UTF_8);
        var inner = Packed.zip("b.aspx", page);
        var file = Files.write(
                temp.resolve("case.zip"),
                Packed.zip("C/inetpub/wwwroot/a!a.aspx", page, "C/inetpub/wwwroot/old.zip", inner));
        var taken = TakenEvidence.in(Passwords.none(), file);
        assertThat(taken.values("path"))
                .containsExactly("C:\\inetpub\\wwwroot\\a!a.aspx", "C:\\inetpub\\wwwroot\\old.zip\\b.aspx");
        assertThat(taken.values("name")).containsExactly("a!a.aspx", "b.aspx");
        assertThat(taken.values("archived")).containsExactly("", "yes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x/notes.txt", "x/picture.png"})
    void what_is_no_page_and_lies_in_no_web_folder_is_left_aside(String file) {
        assertThat(TakenEvidence.at(file, "example".getBytes(UTF_8)).traces()).isEmpty();
    }

    @Test
    void a_picture_in_a_web_folder_has_a_hash_and_no_content() {
        var picture = one("C/inetpub/wwwroot/a.png", "example".getBytes(UTF_8));
        assertThat(picture.first("sha256")).hasSize(64);
        assertThat(picture.values("content")).isEmpty();
    }

    @Test
    void the_description_of_a_compiled_page_names_it() {
        var trace = one(
                COMPILED + "example.aspx.cdcab7d2.compiled",
                "<preserve resultType=\"3\" virtualPath=\"/owa/auth/example.aspx\" />".getBytes(UTF_8));
        assertThat(trace.values("virtualpath")).containsExactly("/owa/auth/example.aspx");
        assertThat(trace.first("compiledpage")).isEqualTo("example.aspx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x"})
    void a_compiled_library_names_its_pages_wherever_the_text_begins(String before) {
        var text = "~/auth/example.aspx\0~/aspnet_client/b.ashx\0".getBytes(UTF_16LE);
        var library = new byte[before.length() + 4 + text.length];
        System.arraycopy(text, 0, library, before.length() + 4, text.length);
        assertThat(one(COMPILED + "App_Web_1a2b3c4d.dll", library).values("virtualpath"))
                .containsExactly("/auth/example.aspx", "/aspnet_client/b.ashx");
    }

    private static Trace one(String file, byte[] bytes) {
        var taken = TakenEvidence.at(file, bytes);
        assertThat(taken.problems()).isEmpty();
        assertThat(taken.seen())
                .singleElement()
                .satisfies(seen -> assertThat(seen.events()).isEqualTo(1));
        assertThat(taken.traces()).hasSize(1);
        return taken.traces().getFirst();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
