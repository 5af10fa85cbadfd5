// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Owners are told once, through the command line and a real mail server.
class NotifyCommandTest {
    private static final String HEAD = "timestamp,ip,port,hostname,tag,asn,geo,version\n";
    private static final String OPEN = "15.1.2106.2";
    private static final String FIXED = "15.1.2106.13";
    private static final String OWNERS = """
            owner,range,server,contact,language,format,optOut,escalation
            Shop,192.0.2.0/28,,it@shop.example,de,csv,,boss@shop.example
            City,192.0.2.16/28,,it@city.example,en,text,,
            Quiet,192.0.2.32/28,,it@quiet.example,en,csv,yes,
            Phone,192.0.2.48/28,,+49 30 123456,de,csv,,
            National,,*,cert@cert.example,en,csv,,
            """;

    @TempDir
    private Path temp;

    private Program program;
    private final GreenMail relay = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void begin() throws IOException {
        relay.start();
        program = new Program(temp.resolve("data")).at("2021-03-04T08:00:00Z");
        owners(OWNERS);
        Files.writeString(sender(), """
                organisation: Example CERT
                from: cert@cert.example
                bounce: b@back.cert.example
                relay-host: 127.0.0.1
                relay-port: %d
                relay-tls: none
                per-domain-per-minute: 100000
                """.formatted(relay.getSmtp().getPort()));
    }

    @AfterEach
    void end() {
        relay.stop();
    }

    private Path sender() {
        return temp.resolve("sender.yaml");
    }

    private void owners(String list) throws IOException {
        program.json("owners", "import", Files.writeString(temp.resolve("owners.csv"), list));
    }

    /// One scan of a day, from nothing but addresses and builds.
    private void scan(String day, String... rows) throws IOException {
        var text = new StringBuilder(HEAD);
        for (var row : rows) {
            var parts = row.split(" ", -1);
            text.append(day).append(" 01:10:21,").append(parts[0]).append(",443,");
            text.append(parts.length > 2 ? parts[2] : "").append(',');
            text.append(parts.length > 3 ? parts[3] : "exchange")
                    .append(",64500,DE,")
                    .append(parts[1])
                    .append('\n');
        }
        var file = Files.writeString(temp.resolve(day + "-scan_exchange.csv"), text);
        Files.writeString(
                temp.resolve(day + "-scan_exchange.csv.scan.yaml"),
                "sensor: feed\nmethod: http\nports: [443]\nranges: [0.0.0.0/0]\ncomplete: true\nendedAt: " + day
                        + "T02:00:00Z\n");
        assertThat(program.json("ingest", file).exit()).isZero();
    }

    private Program.Run plan() {
        return program.json("notify", "plan", "--campaign", "proxylogon", "--wait", "0");
    }

    private Program.Run send(Object... more) {
        var arguments = new ArrayList<Object>(List.of("notify", "send", "--sender", sender()));
        arguments.addAll(Arrays.asList(more));
        return program.json(arguments.toArray());
    }

    private static List<String> recipients(Program.Run run) {
        var recipient = Pattern.compile("\"recipient\":\"([^\"]+)\"");
        return run.rows("notice").stream()
                .flatMap(row -> recipient.matcher(row).results().map(found -> found.group(1)))
                .toList();
    }

    @Test
    void one_notice_for_each_owner_and_nobody_is_told_of_anothers_server() throws Exception {
        scan("2021-03-03", "192.0.2.1 " + OPEN, "192.0.2.2 " + OPEN, "192.0.2.17 " + OPEN, "198.51.100.1 " + OPEN);

        var run = plan();

        assertThat(run.exit()).isEqualTo(1);
        assertThat(recipients(run)).containsExactly("it@city.example", "cert@cert.example", "it@shop.example");
        assertThat(run.summary()).contains("\"notices\":3", "\"servers\":4", "\"unowned\":1");
        assertThat(send("--yes").exit()).isZero();
        var mails = relay.getReceivedMessages();
        assertThat(mails).hasSize(3);
        for (var mail : mails) {
            var text = GreenMailUtil.getWholeMessage(mail);
            assertThat(mail.getAllRecipients()).hasSize(1);
            var to = mail.getAllRecipients()[0].toString();
            assertThat(text.contains("192.0.2.1:443") || text.contains("192.0.2.1,"))
                    .isEqualTo(to.contains("shop"));
            assertThat(text.contains("192.0.2.17:443")).isEqualTo(to.contains("city"));
        }
    }

    @Test
    void a_message_says_in_its_head_that_no_program_may_answer_and_where_it_comes_back_to() throws Exception {
        scan("2021-03-03", "192.0.2.1 " + OPEN + " mail.shop-server.example");
        plan();
        send("--yes");

        var mail = relay.getReceivedMessages()[0];

        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("X-Auto-Response-Suppress")).containsExactly("OOF, AutoReply");
        assertThat(mail.getHeader("Return-Path")[0]).matches("<b\\+[0-9a-f]{32}@back\\.cert\\.example>");
        assertThat(mail.getSubject()).contains("ProxyLogon").doesNotContain("192.0.2.1", "Shop");
        assertThat(mail.getFrom()).containsExactly(new InternetAddress("cert@cert.example", "Example CERT"));
        var parts = (MimeMultipart) mail.getContent();
        assertThat((String) parts.getBodyPart(0).getContent())
                .contains("TLP:AMBER+STRICT", "KB5000871", "15.1.2106.2", "Get-Command", "mail.shop-server.example")
                .contains("Wen Sie fragen können");
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("servers.csv");
        assertThat(new String(parts.getBodyPart(1).getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("source.ip", "192.0.2.1,443,mail.shop-server.example", "KB5000871");
    }

    @Test
    void nobody_is_told_twice_of_the_same() throws IOException {
        scan("2021-03-03", "192.0.2.1 " + OPEN);
        plan();
        send("--yes");
        scan("2021-03-04", "192.0.2.1 " + OPEN);

        var again = plan();

        assertThat(again.exit()).isZero();
        assertThat(again.summary()).contains("\"notices\":0", "\"toldBefore\":1");
        assertThat(send("--yes").summary()).contains("\"sent\":0");
        assertThat(relay.getReceivedMessages()).hasSize(1);
    }

    @Test
    void a_server_that_falls_back_is_told_again() throws IOException {
        scan("2021-03-03", "192.0.2.1 " + OPEN);
        plan();
        send("--yes");
        scan("2021-03-04", "192.0.2.1 " + FIXED);
        assertThat(plan().summary()).contains("\"notices\":0");
        scan("2021-03-05", "192.0.2.1 " + OPEN);

        assertThat(plan().rows("notice")).singleElement().asString().contains("\"reason\":\"regressed\"");
    }

    @Test
    void an_owner_who_does_nothing_is_reminded_twice_by_mail_and_no_more() throws IOException {
        scan("2021-03-03", "192.0.2.1 " + OPEN);
        plan();
        send("--yes");
        var reasons = new ArrayList<String>();
        for (var day : List.of("2021-03-10", "2021-03-20", "2021-04-10", "2021-05-01", "2021-06-01", "2021-07-01")) {
            program = program.at(day + "T08:00:00Z");
            plan().rows("notice")
                    .forEach(row -> reasons.add(day + (row.contains("\"reason\":\"reminder\"") ? "" : "?")));
            send("--yes");
        }

        // Shop names no other channel than mail, so there is nothing after the second reminder.
        assertThat(reasons).containsExactly("2021-03-20", "2021-04-10");
    }

    @Test
    void who_wants_no_notices_gets_none_and_a_telephone_is_for_people() throws IOException {
        scan("2021-03-03", "192.0.2.33 " + OPEN, "192.0.2.49 " + OPEN);

        var run = plan();

        assertThat(recipients(run)).containsExactly("+49 30 123456");
        assertThat(run.summary()).contains("\"optedOut\":1");
        assertThat(send("--yes").summary()).contains("\"sent\":0", "\"byPeople\":1");
        assertThat(relay.getReceivedMessages()).isEmpty();
    }

    @Test
    void signs_of_a_break_in_are_not_sent_to_a_mailbox_on_the_server() throws IOException {
        scan("2021-03-03", "192.0.2.1 " + OPEN + " mail.shop.example exchange;cve-2021-26855;webshell");
        owners(OWNERS.replace("boss@shop.example", "boss@elsewhere.example"));

        var run = plan();

        assertThat(recipients(run)).containsExactly("boss@elsewhere.example");
        assertThat(run.rows("notice").getFirst()).contains("\"suspected\":true");
        owners(OWNERS);
        assertThat(send("--yes").summary())
                .as("by the lists of now it would go to a stranger")
                .contains("\"sent\":0", "\"withdrawn\":1");
        assertThat(recipients(plan())).as("nobody of the owner's can be told").containsExactly("cert@cert.example");
    }

    @Test
    void a_list_that_was_corrected_after_the_plan_withdraws_what_would_go_to_a_stranger() throws IOException {
        scan("2021-03-03", "192.0.2.1 " + OPEN, "192.0.2.17 " + OPEN);
        plan();
        owners(OWNERS.replace("192.0.2.16/28", "192.0.2.64/28").replace("192.0.2.0/28", "192.0.2.0/27"));

        assertThat(send("--yes").summary()).contains("\"sent\":1", "\"withdrawn\":1");

        assertThat(relay.getReceivedMessages()).hasSize(1);
        assertThat(program.json("notify", "plan", "--campaign", "proxylogon", "--wait", "0")
                        .rows("notice"))
                .singleElement()
                .asString()
                .contains("it@shop.example", "192.0.2.17");
    }

    @Test
    void a_notice_that_was_on_its_way_when_the_program_stopped_is_not_sent_again_by_itself() throws IOException {
        scan("2021-03-03", "192.0.2.1 " + OPEN);
        plan();
        Files.writeString(
                sender(), Files.readString(sender()).replace("relay-host: 127.0.0.1", "relay-host: 127.0.0.1"));
        breakOff();

        assertThat(send("--yes").summary()).contains("\"sent\":0");
        assertThat(plan().summary()).contains("\"notices\":0");
        var listed = program.json("notify");
        assertThat(listed.exit()).isEqualTo(1);
        assertThat(listed.err()).contains("nobody knows whether they arrived");
        var ticket = Pattern.compile("\"ticket\":\"([^\"]+)\"")
                .matcher(listed.rows("notice").getFirst());
        assertThat(ticket.find()).isTrue();
        assertThat(send("--yes", "--again", ticket.group(1)).summary()).contains("\"sent\":1");
        assertThat(relay.getReceivedMessages()).hasSize(1);
    }

    /// A relay that takes a message and hangs up instead of answering.
    private void breakOff() throws IOException {
        var whole = Files.readString(sender());
        try (var server = new RudeRelay(RudeRelay.Manner.HANG_UP)) {
            Files.writeString(sender(), whole.replaceAll("relay-port: \\d+", "relay-port: " + server.port()));
            var run = send("--yes");
            assertThat(run.exit()).isEqualTo(3);
            assertThat(run.rows("problem")).singleElement().asString().contains("The way to the relay broke");
        } finally {
            Files.writeString(sender(), whole);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LATER", "REFUSE"})
    void what_a_relay_does_not_take_waits_or_goes_to_another(String manner) throws IOException {
        scan("2021-03-03", "192.0.2.1 " + OPEN);
        plan();
        var whole = Files.readString(sender());
        try (var server = new RudeRelay(RudeRelay.Manner.valueOf(manner))) {
            Files.writeString(sender(), whole.replaceAll("relay-port: \\d+", "relay-port: " + server.port()));
            send("--yes");
        } finally {
            Files.writeString(sender(), whole);
        }
        boolean later = manner.equals("LATER");

        var listed = program.json("notify");
        assertThat(listed.rows("notice").getFirst())
                .contains(later ? "\"state\":\"delayed\"" : "\"state\":\"refused\"");
        assertThat(send("--yes").summary()).contains(later ? "\"sent\":1" : "\"sent\":0");
    }

    @Test
    void a_contact_where_nobody_is_gives_way_to_the_next_and_only_mail_to_our_own_address_counts() throws Exception {
        scan("2021-03-03", "192.0.2.1 " + OPEN);
        plan();
        send("--yes");
        var from = relay.getReceivedMessages()[0].getHeader("Return-Path")[0];

        var forged = program.given(bounce(from.replaceFirst("[0-9a-f]{32}", "0".repeat(32))), "notify", "bounces", "-");
        assertThat(forged.summary()).contains("\"recorded\":0", "\"notOurs\":1");
        assertThat(plan().summary()).contains("\"notices\":0");
        var back = program.given(bounce(from), "notify", "bounces", "-");
        var twice = program.given(bounce(from), "notify", "bounces", "-");

        assertThat(back.summary()).contains("\"hard\":1", "\"recorded\":1");
        assertThat(twice.summary()).contains("\"recorded\":0", "\"recordedBefore\":1");
        assertThat(program.json("notify").rows("notice").getFirst()).contains("\"state\":\"dead\"");
        assertThat(recipients(plan())).containsExactly("boss@shop.example");
    }

    private static String bounce(String to) {
        return """
                From: MAILER-DAEMON@mx.shop.example
                To: %s
                Subject: Undelivered Mail Returned to Sender
                Content-Type: multipart/report; report-type=delivery-status; boundary=x

                --x
                Content-Type: text/plain

                It could not be delivered.
                --x
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.shop.example

                Final-Recipient: rfc822; it@shop.example
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 no such user
                --x--
                """.formatted(to);
    }

    @Test
    void programs_get_a_report_for_each_flaw_of_their_own_servers() throws Exception {
        owners(OWNERS.replace("it@city.example,en,text", "it@city.example,en,xarf"));
        scan("2021-03-03", "192.0.2.1 " + OPEN, "192.0.2.17 " + OPEN);
        plan();
        send("--yes");

        for (var mail : relay.getReceivedMessages()) {
            if (mail.getAllRecipients()[0].toString().equals("it@city.example")) {
                var part = ((MimeMultipart) mail.getContent()).getBodyPart(1);
                assertThat(new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines())
                        .hasSize(4)
                        .allMatch(line -> line.contains("\"source_identifier\":\"192.0.2.17\"")
                                && line.contains("\"type\":\"cve\""));
            }
        }
        assertThat(relay.getReceivedMessages()).hasSize(2);
    }

    @Test
    void an_owner_who_is_forgotten_leaves_a_count_and_nothing_else() throws Exception {
        scan("2021-03-03", "192.0.2.1 " + OPEN, "192.0.2.17 " + OPEN);
        plan();
        send("--yes");

        var run = program.json("owners", "forget", "Shop");

        assertThat(run.summary()).contains("\"rows\":1", "\"notices\":1");
        assertThat(program.json("notify").rows("notice"))
                .singleElement()
                .asString()
                .contains("City");
        assertThat(program.json("owners", "explain", "192.0.2.1").rows("owner").getFirst())
                .contains("\"owner\":\"National\"");
        assertThat(program.json("owners", "forget", "Shop").exit()).isEqualTo(2);
    }

    @Test
    void a_population_is_divided_by_who_was_told_before_the_day_from_which_it_is_counted() throws IOException {
        scan("2021-03-03", "192.0.2.1 " + OPEN, "192.0.2.2 " + OPEN, "192.0.2.33 " + OPEN);
        plan();
        send("--yes");
        scan("2021-03-04", "192.0.2.1 " + OPEN, "192.0.2.2 " + OPEN, "192.0.2.33 " + OPEN);
        scan("2021-03-05", "192.0.2.1 " + FIXED, "192.0.2.2 " + FIXED, "192.0.2.33 " + OPEN);

        var told = points("2021-03-04");
        var tooLate = points("2021-03-03");

        assertThat(told).containsExactlyInAnyOrder("notified 2 0 2", "not notified 1 1 0");
        assertThat(tooLate).containsExactly("not notified 3 1 2");
    }

    /// Group, servers, vulnerable and patched of the cohort on the last day.
    private List<String> points(String from) {
        var run = program.json("trend", "--campaign", "proxylogon", "--by", "notified", "--since", from);
        var point =
                Pattern.compile("\"date\":\"2021-03-05\",\"series\":\"cohort\",\"group\":\"(not notified|notified)\","
                        + ".*?\"servers\":(\\d+).*?\"vulnerable\":(\\d+).*?\"patched\":(\\d+)");
        return run.rows("point").stream()
                .flatMap(row -> point.matcher(row)
                        .results()
                        .map(found ->
                                found.group(1) + " " + found.group(2) + " " + found.group(3) + " " + found.group(4)))
                .toList();
    }

    @Test
    void a_server_that_was_patched_after_the_plan_is_not_called_vulnerable() throws IOException {
        scan("2021-03-03", "192.0.2.1 " + OPEN, "192.0.2.2 " + OPEN);
        plan();
        scan("2021-03-04", "192.0.2.1 " + FIXED, "192.0.2.2 " + OPEN);

        assertThat(send("--yes").summary()).contains("\"sent\":0", "\"withdrawn\":1");
        assertThat(plan().rows("notice"))
                .singleElement()
                .asString()
                .contains("192.0.2.2")
                .doesNotContain("192.0.2.1:");
    }

    @Test
    void a_notice_that_nobody_sent_yet_is_not_reminded_of() throws IOException {
        scan("2021-03-03", "192.0.2.1 " + OPEN);
        plan();
        program = program.at("2021-06-01T08:00:00Z");

        assertThat(plan().summary()).contains("\"notices\":0", "\"toldBefore\":1");
    }

    @Test
    void what_a_person_delivered_counts_as_told() throws IOException {
        scan("2021-03-03", "192.0.2.49 " + OPEN);
        var ticket = Pattern.compile("\"ticket\":\"([^\"]+)\"")
                .matcher(plan().rows("notice").getFirst());
        assertThat(ticket.find()).isTrue();

        assertThat(program.json("notify", "told", ticket.group(1), "--how", "by telephone")
                        .exit())
                .isZero();

        assertThat(program.json("notify").rows("notice").getFirst())
                .contains("\"state\":\"told\"", "\"detail\":\"by telephone\"");
        assertThat(send("--yes").summary()).contains("\"byPeople\":0");
        assertThat(program.json("notify", "told", ticket.group(1)).exit()).isEqualTo(2);
    }

    @Test
    void a_trial_goes_to_nobody_else_and_counts_for_nothing() throws IOException, MessagingException {
        scan("2021-03-03", "192.0.2.1 " + OPEN, "192.0.2.17 " + OPEN);
        plan();

        send("--yes", "--test-to", "me@trial.example");

        for (var mail : relay.getReceivedMessages()) {
            assertThat(Arrays.toString(mail.getAllRecipients())).isEqualTo("[me@trial.example]");
        }
        assertThat(relay.getReceivedMessages()).hasSize(2);
        assertThat(program.json("notify", "--waiting").rows("notice")).hasSize(2);
    }

    @Test
    void without_yes_nothing_leaves_and_the_files_are_what_would_be_sent() throws Exception {
        scan("2021-03-03", "192.0.2.17 " + OPEN);
        plan();

        var run = send("--out", temp.resolve("out"));
        send("--out", temp.resolve("again"));

        assertThat(run.summary()).contains("\"written\":1");
        assertThat(relay.getReceivedMessages()).isEmpty();
        try (var files = Files.list(temp.resolve("out"))) {
            var file = files.toList().getFirst();
            assertThat(Files.readAllBytes(file))
                    .as("the same notice gives the same bytes")
                    .isEqualTo(Files.readAllBytes(temp.resolve("again").resolve(file.getFileName())));
        }
    }

    @Test
    void what_servers_and_lists_call_themselves_is_no_header_no_formula_and_no_markup() throws Exception {
        owners("""
                owner,range,contact,format
                "=HYPERLINK(""http://x.example"")
                Bcc: x@x.example",192.0.2.0/28,it@shop.example,csv
                """);
        scan("2021-03-03", "192.0.2.1 " + OPEN + " =cmd|calc!A0.example");
        plan();
        send("--yes");

        var mail = relay.getReceivedMessages()[0];

        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getHeader("Bcc")).isNull();
        var parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(new String(parts.getBodyPart(1).getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                        .split("[,\r\n]+"))
                .noneMatch(cell -> !cell.isEmpty() && "=+-@".indexOf(cell.charAt(0)) >= 0);
    }

    @Test
    void whoever_plans_too_early_is_told_to_wait_for_late_rows() throws IOException {
        scan("2021-03-03", "192.0.2.1 " + OPEN);

        var run = program.json("notify", "plan");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("more may follow", "--wait 0");
    }

    @Test
    void all_that_is_wrong_with_a_senders_file_is_said_at_once() throws IOException {
        Files.writeString(sender(), "from: nobody\ntlp: TLP:WHITE\nbounce: b@back.example\nreply: x\n");

        var run = send();

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .contains(
                        "organisation is missing", "'nobody' under from", "'TLP:WHITE' under tlp", "reply is unknown");
    }

    /// Any owners, any servers: no notice ever holds a server that its owner's rows do not name.
    @Test
    void no_notice_ever_holds_a_server_of_somebody_else() throws IOException {
        var random = new java.util.Random(42);
        var list = new StringBuilder("owner,range,contact,format,language\n");
        for (int i = 0; i < 60; i++) {
            int bits = 24 + random.nextInt(9);
            list.append("O%d,203.0.%d.%d/%d,c%d@o%d.example,%s,%s\n"
                    .formatted(
                            random.nextInt(20),
                            random.nextInt(2),
                            random.nextInt(256),
                            bits,
                            random.nextInt(3),
                            i % 20,
                            random.nextBoolean() ? "csv" : "text",
                            random.nextBoolean() ? "de" : "en"));
        }
        owners(list.toString());
        scan(
                "2021-03-03",
                IntStream.range(0, 400)
                        .mapToObj(i -> "203.0." + (i % 2) + "." + random.nextInt(256) + " " + OPEN)
                        .distinct()
                        .toArray(String[]::new));

        var run = plan();

        var line = Pattern.compile("\"address\":\"([^\"]+):443\"");
        var owner = Pattern.compile("\"owner\":\"([^\"]+)\"");
        assertThat(run.rows("notice")).hasSizeGreaterThan(10);
        int looked = 0;
        for (var notice : run.rows("notice").stream().limit(12).toList()) {
            var name = owner.matcher(notice);
            assertThat(name.find()).isTrue();
            var addresses = line.matcher(notice)
                    .results()
                    .map(found -> found.group(1))
                    .limit(3)
                    .toList();
            for (var address : addresses) {
                looked++;
                assertThat(program.json("owners", "explain", address)
                                .rows("owner")
                                .getFirst())
                        .contains("\"owner\":\"" + name.group(1) + "\"");
            }
        }
        assertThat(looked).isGreaterThan(10);
    }
}
