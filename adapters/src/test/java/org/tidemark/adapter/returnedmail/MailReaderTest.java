// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.returnedmail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.bounce.Bounce;
import org.tidemark.bounce.BounceKind;

class MailReaderTest {
    private static final String HEAD = "From: MAILER-DAEMON@mx.example\nTo: b+x@notices.example\n";

    @TempDir
    Path folder;

    private static List<Path> fixtures() throws IOException {
        try (var files = Files.list(Taken.FIXTURES.resolve("mail"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void any_number_of_mails_in_an_mbox_gives_the_same_as_the_mails_alone(long seed) throws IOException {
        var random = new Random(seed);
        var all = fixtures();
        var mbox = new ByteArrayOutputStream();
        var alone = new ArrayList<Bounce>();
        for (int i = 0; i < 1 + random.nextInt(40); i++) {
            var file = all.get(random.nextInt(all.size()));
            alone.addAll(Taken.of(file).bounces());
            mbox.writeBytes("From MAILER-DAEMON Mon Nov 23 10:00:00 2026\n".getBytes(StandardCharsets.US_ASCII));
            // Bytes as characters: charsets differ from mail to mail.
            var text = Files.readString(file, StandardCharsets.ISO_8859_1);
            var quoted = text.replaceAll("(?m)^(>*From )", ">$1") + (text.endsWith("\n") ? "\n" : "\n\n");
            var broken = random.nextBoolean() ? quoted.replace("\n", "\r\n") : quoted;
            mbox.writeBytes(broken.getBytes(StandardCharsets.ISO_8859_1));
        }

        var taken = Taken.of(mbox.toByteArray());

        assertThat(taken.problems()).isEmpty();
        assertThat(taken.bounces()).isEqualTo(alone);
    }

    @Test
    void an_mbox_is_cut_at_its_separators_only() {
        var taken = Taken.of(Taken.FIXTURES.resolve("box"));

        assertThat(taken.places())
                .containsExactly("returned.mbox#1", "returned.mbox#1", "returned.mbox#2", "returned.mbox#3");
    }

    @Test
    void a_maildir_is_read_but_for_what_is_still_being_written() throws IOException {
        for (var part : List.of("cur", "new", "tmp", ".Bounces/cur", ".Bounces/tmp")) {
            Files.createDirectories(folder.resolve(part));
            Files.copy(fixtures().getFirst(), folder.resolve(part).resolve("1.M1P1.mx:2,S"));
        }
        Files.writeString(folder.resolve("dovecot-uidlist"), "3 V1 N2\n1 :1.M1P1.mx\n");

        var taken = Taken.of(folder);

        assertThat(taken.bounces()).hasSize(3);
        assertThat(taken.problems()).isEmpty();
        assertThat(taken.skipped()).isEqualTo(1);
    }

    @Test
    void a_folder_called_tmp_elsewhere_is_read() throws IOException {
        Files.createDirectories(folder.resolve("tmp"));
        Files.copy(fixtures().getFirst(), folder.resolve("tmp").resolve("a.eml"));

        assertThat(Taken.of(folder).bounces()).hasSize(1);
    }

    @Test
    void a_file_that_is_no_mail_is_a_problem_where_it_was_named_and_else_only_counted() throws IOException {
        var note = Files.writeString(folder.resolve("README.md"), "# Mails\n\nNote: these came back.\n");
        Files.write(folder.resolve("picture.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0});

        assertThat(Taken.of(folder).problems()).isEmpty();
        assertThat(Taken.of(folder).skipped()).isEqualTo(2);
        assertThat(Taken.of(note).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.cause()).isEqualTo("This is no mail.");
            assertThat(problem.cure()).isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "From MAILER-DAEMON Mon Nov 23 10:00:00 2026\n"})
    void what_holds_no_mail_gives_nothing(String text) {
        assertThat(Taken.of(text).bounces()).isEmpty();
    }

    @Test
    void a_mail_that_is_nested_too_deep_is_a_problem_and_the_others_are_read() throws IOException {
        var deep = new StringBuilder("From x Mon Nov 23 10:00:00 2026\n").append(HEAD);
        for (int i = 0; i < 500; i++) {
            deep.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append("\n");
        }
        deep.append("\n\nFrom x Mon Nov 23 10:00:00 2026\n")
                .append(Files.readString(fixtures().getFirst()));

        var taken = Taken.of(deep.toString());

        assertThat(taken.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.cause()).contains("nested");
            assertThat(problem.place().record()).isEqualTo(1);
        });
        assertThat(taken.places()).containsExactly("-#2");
    }

    @Test
    void parts_and_header_fields_are_bounded() {
        var parts = new StringBuilder(HEAD + "Content-Type: multipart/mixed; boundary=b\n\n");
        parts.append("--b\n\nx\n".repeat(1_000)).append("--b--\n");
        var fields = HEAD + "X: y\n".repeat(10_000) + "\nx\n";
        var longField = HEAD + "X: " + "y".repeat(1 << 20) + "\n\nx\n";

        assertThat(Taken.of(parts.toString()).problems()).hasSize(1);
        assertThat(Taken.of(fields).problems()).hasSize(1);
        assertThat(Taken.of(longField).problems()).hasSize(1);
    }

    @Test
    void a_mail_that_is_too_large_is_told_and_its_beginning_read() throws IOException {
        var report = Files.readString(fixtures().getFirst());
        var large = report + "x".repeat(70).concat("\n").repeat(260_000);

        var taken = Taken.of(large);

        assertThat(taken.problems())
                .singleElement()
                .satisfies(each -> assertThat(each.cause()).contains("larger"));
        assertThat(taken.bounces()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-unknown", "utf-8", "iso-2022-jp", "us-ascii", "\u00e4", "' '", "unicode-1-1-utf-7"})
    void a_charset_that_nobody_knows_or_that_is_wrong_loses_no_report(String charset) {
        var text = HEAD + "Subject: Undeliverable\nContent-Type: text/plain; charset=\"" + charset
                + "\"\n\n<a@b.example>: \u00e4\u00f6 550 5.1.1 user unknown\n";

        var taken = Taken.of(text.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(taken.bounces()).singleElement().satisfies(each -> {
            assertThat(each.kind()).isEqualTo(BounceKind.BOUNCE_HARD);
            assertThat(each.recipient()).isEqualTo("a@b.example");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-2022-JP"})
    void japanese_is_read_whatever_the_mail_declares(String charset) {
        var text = HEAD + "Subject: x\n\n配信できませんでした。\n<a@b.example>: ユーザーは存在しません\n";

        var taken = Taken.of(text.getBytes(Charset.forName(charset)));

        assertThat(taken.bounces())
                .singleElement()
                .satisfies(each -> assertThat(each.why()).contains("存在しません"));
    }

    @Test
    void a_problem_names_nobody() {
        var taken = Taken.of("To: owner@victim.example\nFrom: x@victim.example\n" + "X: y\n".repeat(10_000) + "\nx\n");

        assertThat(taken.problems())
                .singleElement()
                .satisfies(
                        problem -> assertThat(problem.cause() + problem.cure()).doesNotContain("victim"));
    }

    @Test
    void a_page_is_read_as_its_words() {
        assertThat(HtmlText.of("<p>a&lt;b &amp; c</p><script>x</script><!-- y --><td>d<br>e&#x41;&nope; <f@g.example>"))
                .isEqualTo("\na<b & c\n d\neA&nope; <f@g.example>");
        assertThat(HtmlText.of("<style>never closed")).isEmpty();
        assertThat(HtmlText.of("a < b <")).isEqualTo("a < b <");
        assertThat(HtmlText.of("<a".repeat(100_000))).startsWith("<a<a");
        assertThat(HtmlText.of("&".repeat(100_000))).startsWith("&&");
    }
}
