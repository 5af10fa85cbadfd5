// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotifyBouncesTest {
    private static final String FAILED = """
            From: MAILER-DAEMON@mx.example
            To: b+0a1b2c@notices.example
            Subject: Undelivered Mail Returned to Sender

            <=owner@customer.example>: 550 5.1.1 \u001B[31muser unknown\u202E
            """;

    private static final String ARRIVED = """
            From: MAILER-DAEMON@mx.example
            To: b+0a1b2c@notices.example
            Subject: Successful Mail Delivery Report
            Content-Type: message/delivery-status

            Final-Recipient: rfc822; owner@customer.example
            Action: delivered
            Status: 2.0.0
            """;

    @TempDir
    Path folder;

    private Program program;

    @BeforeEach
    void set_up() {
        program = new Program(folder.resolve("data"));
    }

    @Test
    void a_row_says_who_failed_and_why_and_the_exit_status_that_something_is_to_be_done() throws IOException {
        var file = Files.writeString(folder.resolve("a.eml"), FAILED);

        var run = program.json("notify", "bounces", file);

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.rows("bounce"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .contains(
                                "\"kind\":\"bounce-hard\"",
                                "\"status\":\"5.1.1\"",
                                "\"effect\":\"dead\"",
                                "\"token\":\"0a1b2c\"",
                                "\"reason\":\"",
                                "\"why\":\"")
                        .doesNotContain("\\u001b", "\\u202e", "\u202E"));
        assertThat(run.summary()).contains("\"mails\":1", "\"hard\":1", "\"skipped\":0", "\"partial\":false");
    }

    @Test
    void a_success_needs_nothing() {
        var run = program.given(ARRIVED, "notify", "bounces", "-");

        assertThat(run.exit()).isZero();
        assertThat(run.rows("bounce").getFirst()).contains("\"kind\":\"other\"", "\"effect\":\"nothing\"");
    }

    @Test
    void what_cannot_be_read_makes_the_answer_partial_and_the_rest_is_read() throws IOException {
        var mail = Files.writeString(folder.resolve("a.eml"), ARRIVED);
        var note = Files.writeString(folder.resolve("note.txt"), "no mail");

        var run = program.json("notify", "bounces", note, mail);

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.rows("bounce")).hasSize(1);
        assertThat(run.rows("problem"))
                .singleElement()
                .satisfies(row -> assertThat(row).contains("note.txt", "\"cause\":", "\"cure\":"));
    }

    @Test
    void neither_a_spreadsheet_nor_a_terminal_is_fooled() throws IOException {
        var file = Files.writeString(
                folder.resolve("a.eml"), FAILED.replace("<=owner@customer.example>", "<+1+1@customer.example>"));

        assertThat(program.csv("notify", "bounces", file).out().getLast()).contains(",'+1+1@customer.example,");
        assertThat(program.text(100, "C.UTF-8", "notify", "bounces", file).out())
                .anyMatch(line -> line.startsWith("+1+1@customer.example  bounce-hard  5.1.1"))
                .noneMatch(line -> line.contains("\u001B"))
                .contains("1 mail read.");
    }

    @Test
    void without_a_path_and_with_one_that_does_not_exist_it_is_the_users_mistake() {
        assertThat(program.json("notify", "bounces").exit()).isEqualTo(2);
        assertThat(program.json("notify", "bounces", folder.resolve("none")).exit())
                .isEqualTo(2);
    }
}
