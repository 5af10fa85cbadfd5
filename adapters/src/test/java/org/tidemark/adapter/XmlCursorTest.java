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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.fault.Problem;

class XmlCursorTest {
    @TempDir
    private Path folder;

    @Test
    void elements_that_nobody_enters_are_passed_over() throws IOException, BadRecord {
        assertThat(texts("<r><a><b>no</b></a><b>yes</b><c/><b>and<x>not</x> this</b></r>"))
                .containsExactly("yes", "and this");
    }

    @Test
    void a_document_type_declaration_is_passed_over() throws IOException, BadRecord {
        assertThat(texts("<!DOCTYPE r><r><b>yes</b></r>")).containsExactly("yes");
        assertThat(texts("<!DOCTYPE r SYSTEM \"http://192.0.2.1/never.dtd\"><r><b>yes</b></r>"))
                .containsExactly("yes");
    }

    @Test
    void a_file_is_never_drawn_in() throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), "the secret");
        var document = "<!DOCTYPE r [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><r><b>a&x;b</b></r>";
        assertThat(whatIsRead(document)).doesNotContain("secret");
        var parameter = "<!DOCTYPE r [<!ENTITY % x SYSTEM \"" + secret.toUri() + "\"> %x;]><r><b>b</b></r>";
        assertThat(whatIsRead(parameter)).doesNotContain("secret");
    }

    @Test
    void entities_do_not_multiply() throws IOException {
        var document = new StringBuilder("<!DOCTYPE r [<!ENTITY e0 \"ten bytes!\">");
        for (int i = 1; i < 12; i++) {
            document.append("<!ENTITY e")
                    .append(i)
                    .append(" \"")
                    .append(("&e" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        assertThat(whatIsRead(document + "]><r><b>&e11;</b></r>")).hasSizeLessThan(1_000);
        assertThat(whatIsRead(document + "]><r><b x='&e11;'>y</b></r>")).hasSizeLessThan(1_000);
    }

    @Test
    void depth_is_bounded() {
        assertThatThrownBy(() -> texts("<r>".repeat(100_000))).isInstanceOf(BadRecord.class);
        assertThatThrownBy(() -> texts("<b>".repeat(170) + "</b>".repeat(170)))
                .isInstanceOf(BadRecord.class)
                .hasMessageContaining("150");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<r x='%s'/>", "<r><!--%s--></r>", "<!DOCTYPE r [%s]><r/>", "<r><?p %s?></r>"})
    void the_size_of_a_single_part_is_bounded(String around) {
        var parts = around.split("%s", 2);
        assertThatThrownBy(() -> XmlCursor.read(whole(endless(parts[0])), xml -> {
                    xml.enter();
                    while (xml.child() != null) {}
                }))
                .isInstanceOfAny(IOException.class, BadRecord.class);
    }

    @Test
    void a_text_that_never_ends_is_a_bad_record() {
        assertThatThrownBy(() -> XmlCursor.read(whole(endless("<r>")), XmlCursor::text))
                .isInstanceOfAny(IOException.class, BadRecord.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "text",
                "<r>",
                "<r></x>",
                "<r",
                "<r><b></r>",
                "<r/><r/>",
                "<r>&none;</r>x",
                "\0",
                "<r>\u0001</r>",
                "<?xml version='9.9'?><r/>",
                "<r xmlns:a=''/>",
                "<a:r/>"
            })
    void what_is_not_well_formed_is_a_bad_record(String text) {
        assertThatThrownBy(() -> texts(text)).isInstanceOf(BadRecord.class);
    }

    @Test
    void the_line_of_a_fault_is_told_and_where_it_begins() {
        assertThatThrownBy(() -> texts("<r>\n<b>ü</b>\r\n<b></r>"))
                .isInstanceOfSatisfying(
                        BadRecord.class,
                        bad -> assertThat(bad.place("f")).isEqualTo(Problem.Place.line("f", 3, 4 + 9 + 2)));
    }

    @Test
    void what_the_declaration_says_of_the_encoding_does_not_count() throws IOException, BadRecord {
        assertThat(texts("<?xml version='1.0' encoding='utf-16'?><r><b>Grüße</b></r>"))
                .containsExactly("Grüße");
    }

    @Test
    void a_fault_of_the_stream_stays_a_fault_of_the_stream() {
        var failing = new FailingStream("<r><b>");
        assertThatThrownBy(() -> XmlCursor.read(whole(failing), XmlCursor::text))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("gone");
    }

    private static Document whole(InputStream in) {
        return new Document(in, "f", null, false, 0);
    }

    private static InputStream endless(String start) {
        return new java.io.SequenceInputStream(
                new ByteArrayInputStream(start.getBytes(StandardCharsets.UTF_8)), new InputStream() {
                    @Override
                    public int read() {
                        return 'a';
                    }

                    @Override
                    public int read(byte[] into, int from, int length) {
                        java.util.Arrays.fill(into, from, from + length, (byte) 'a');
                        return length;
                    }
                });
    }

    private static String whatIsRead(String document) throws IOException {
        try {
            return String.join("", texts(document));
        } catch (BadRecord e) {
            return e.cause();
        }
    }

    /// The texts of all elements `b` directly inside the outermost one.
    private static List<String> texts(String document) throws IOException, BadRecord {
        var found = new ArrayList<String>();
        XmlCursor.read(Document.inside(document.getBytes(StandardCharsets.UTF_8)), xml -> {
            xml.enter();
            for (var name = xml.child(); name != null; name = xml.child()) {
                if (name.equals("b")) {
                    found.add(xml.text());
                }
            }
        });
        return found;
    }
}
