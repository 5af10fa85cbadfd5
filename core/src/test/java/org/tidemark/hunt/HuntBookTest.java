// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HuntBookTest {
    private static final Instant NOON = Instant.parse("2021-03-05T12:00:00Z");
    private static final List<Stage> SHOWN =
            Stream.of(Stage.values()).filter(Stage::isShown).toList();
    private static final HuntCampaign WAVE =
            new HuntCampaign("wave", "Wave", List.of(), LocalDate.of(2021, 3, 1), true);

    /// Names that records of one collection give, and the servers that they are.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EX01, ex01.a.example                 | EX01
            ex01.a.example                       | ex01.a.example
            EX01, ex01.a.example, EX01.b.example | EX01, EX01.b.example, ex01.a.example
            EX01, EX02.a.example                 | EX01, EX02.a.example
            192.0.2.1, 192.0.2.2                 | 192.0.2.1, 192.0.2.2
            """)
    void short_and_full_names_are_one_server_where_no_other_has_the_name(String names, String servers) {
        var book = book();
        for (var name : names.split(", ", -1)) {
            book.add("case/" + name + ".log", seen(name, Kind.IIS, NOON));
        }
        assertThat(book.finish().hunted().stream().map(Hunted::server).distinct())
                .containsExactly(servers.split(", ", -1));
    }

    @Test
    void the_verdict_is_the_highest_grade_and_names_who_reached_it() {
        var book = book();
        book.add("f", seen("EX01", Kind.IIS, NOON));
        book.add(finding(Stage.PROBED, "203.0.113.9", NOON));
        book.add(finding(Stage.EXPLOITED, "198.51.100.7", NOON.plusSeconds(5)));
        book.add(finding(Stage.EXPLOITED, "198.51.100.7", NOON.plusSeconds(9)));
        var hunted = book.finish().hunted().getFirst();
        assertThat(hunted.verdict()).isEqualTo(Stage.EXPLOITED);
        assertThat(hunted.actors()).containsExactly("198.51.100.7");
        assertThat(hunted.first()).isEqualTo(NOON);
        assertThat(hunted.last()).isEqualTo(NOON.plusSeconds(9));
    }

    /// A page that answers, asked for by an address so many days after an address came in by the flaw.
    @ParameterizedTest
    @CsvSource({
        "198.51.100.7, 198.51.100.7,  1, USED",
        "198.51.100.7, 198.51.100.7, -1, EXPLOITED",
        "198.51.100.7, 198.51.100.7, 40, EXPLOITED",
        "198.51.100.7, 203.0.113.9,   1, EXPLOITED",
    })
    void whoever_came_in_and_uses_a_page_has_used_what_he_left(String in, String user, int days, Stage verdict) {
        var book = book();
        book.add("f", seen("EX01", Kind.IIS, NOON));
        book.add(finding(Stage.EXPLOITED, in, NOON));
        book.add(finding(rule(Kind.IIS, Stage.USED, null), user, NOON.plusSeconds(days * 86_400L)));
        var hunted = book.finish().hunted();
        assertThat(hunted.getFirst().verdict()).isEqualTo(verdict);
        assertThat(hunted.getLast().campaign()).isNull();
        assertThat(hunted.getLast().verdict()).isEqualTo(Stage.USED);
    }

    @Test
    void what_did_not_come_leaves_a_higher_grade_open() {
        var book = book();
        book.add("f", seen("EX01", Kind.IIS, NOON));
        book.add(finding(Stage.EXPLOITED, "198.51.100.7", NOON));
        var hunted = book.finish().hunted().getFirst();
        assertThat(hunted.couldBe()).isEqualTo(Stage.IMPLANTED);
        assertThat(hunted.settledBy()).containsExactly(Kind.ECP.title());
        assertThat(hunted.notCovered()).containsExactly(Kind.ECP);
    }

    @ParameterizedTest
    @CsvSource({
        "2021-02-28T12:00:00Z, NOT_ASSESSABLE",
        "2021-03-01T00:00:00Z, NO_EVIDENCE",
        "2021-06-01T00:00:00Z, NO_EVIDENCE",
        ",                     NO_EVIDENCE",
    })
    void nothing_found_counts_only_where_somebody_could_have_looked(@Nullable Instant time, Stage verdict) {
        var book = book();
        book.add("f", seen("EX01", Kind.IIS, time));
        assertThat(book.finish().hunted().getFirst().verdict()).isEqualTo(verdict);
    }

    @Test
    void a_kind_that_begins_later_than_others_is_named() {
        var book = book();
        book.add("f", seen("EX01", Kind.IIS, NOON));
        book.add("g", seen("EX01", Kind.ECP, NOON.plusSeconds(3 * 86_400)));
        assertThat(book.finish().hunted().getFirst().reason())
                .isEqualTo("Nothing was found. Records reach back to 2021-03-05, so nothing between 2021-03-01 and then"
                        + " can be excluded; nothing is recorded from 2021-03-06 to 2021-03-07; control panel logs"
                        + " only to 2021-03-08.");
    }

    @Test
    void the_order_in_which_it_is_told_changes_nothing() {
        var told = new ArrayList<Object>();
        for (int i = 0; i < 12; i++) {
            told.add(finding(SHOWN.get(i % SHOWN.size()), "198.51.100." + i % 3, NOON.plusSeconds(i * 600L)));
            told.add(seen(i % 2 == 0 ? "EX01" : "", i % 3 == 0 ? Kind.IIS : Kind.ECP, NOON.plusSeconds(i * 86_400L)));
        }
        var expected = result(told);
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(told, new Random(seed));
            assertThat(result(told)).isEqualTo(expected);
        }
    }

    /// Where nameless logs lie, and the servers that they are of. Folders that every server has name none.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            z/EX01/iis/u.log, z/EX02/iis/u.log           | EX01, EX02
            EX01/LogFiles/W3SVC1/u.log, EX02/logs/u.log  | EX01, EX02
            EX01/logs.zip!u.log, EX02/logs.zip!u.log     | EX01, EX02
            LogFiles/W3SVC1/u.log, LogFiles/W3SVC2/u.log | LogFiles
            a.zip!EX01/W3SVC1/u.log, a.zip!EX02/W3SVC1/u.log | EX01, EX02
            """)
    void a_folder_that_every_server_has_names_no_server(String files, String servers) {
        var book =
                new HuntBook(List.of(WAVE), List.of(), name -> name.matches("(?i)iis|logs(\\.zip)?|logfiles|w3svc\\d"));
        for (var file : files.split(", ", -1)) {
            book.add(file, seen("", Kind.IIS, NOON));
        }
        assertThat(book.finish().hunted().stream().map(Hunted::server).distinct())
                .containsExactly(servers.split(", ", -1));
    }

    @Test
    void days_of_which_nothing_is_recorded_are_told_with_the_verdict() {
        var book = book();
        book.add("f", seen("EX01", Kind.IIS, Instant.parse("2020-12-20T00:00:00Z")));
        book.add("g", seen("EX01", Kind.ECP, Instant.parse("2021-05-02T00:00:00Z")));
        assertThat(book.finish().hunted().getFirst().reason())
                .contains("nothing is recorded from 2021-03-01 to 2021-05-01");
    }

    @Test
    void what_may_be_a_break_in_and_shows_none_is_told_with_what_would_settle_it() {
        var rule = rule(Kind.CONFIG, Stage.IMPLANTED, null);
        var doubt = new HuntRule(
                rule.id(),
                rule.title(),
                rule.level(),
                rule.kinds(),
                Set.of(),
                rule.condition(),
                null,
                List.of(),
                null,
                List.of(),
                rule.why(),
                "",
                List.of(),
                List.of(),
                new HuntRule.Doubt(Stage.IMPLANTED, List.of("its signature")),
                null);
        var book = new HuntBook(List.of(), List.of(doubt));
        book.add(finding(doubt, null, NOON, Map.of()));
        assertThat(book.finish().hunted()).singleElement().satisfies(hunted -> {
            assertThat(hunted.campaign()).isNull();
            assertThat(hunted.verdict()).isEqualTo(Stage.NO_EVIDENCE);
            assertThat(hunted.couldBe()).isEqualTo(Stage.IMPLANTED);
            assertThat(hunted.settledBy()).containsExactly("its signature");
        });
        book.add(finding(rule, null, NOON, Map.of()));
        assertThat(book.finish().hunted()).singleElement().satisfies(hunted -> {
            assertThat(hunted.verdict()).isEqualTo(Stage.IMPLANTED);
            assertThat(hunted.couldBe()).isNull();
        });
    }

    @Test
    void days_without_a_record_are_gaps() {
        var book = book();
        book.add(
                "f",
                new Seen(
                        "EX01",
                        Kind.IIS,
                        3,
                        NOON,
                        NOON.plusSeconds(6 * 86_400),
                        Set.of(LocalDate.of(2021, 3, 5), LocalDate.of(2021, 3, 6), LocalDate.of(2021, 3, 11))));
        assertThat(book.finish().coverage().getFirst().gaps())
                .containsExactly(new Coverage.Gap(LocalDate.of(2021, 3, 7), LocalDate.of(2021, 3, 10)));
    }

    /// A campaign whose one rule asks the channel Cmdlets; what a server's event logs held.
    @ParameterizedTest
    @CsvSource({
        "Cmdlets,  NO_EVIDENCE,    true",
        "CMDLETS,  NO_EVIDENCE,    true",
        "'',       NO_EVIDENCE,    true",
        "Security, NOT_ASSESSABLE, false",
    })
    void a_channel_that_no_rule_asks_covers_nothing(String channel, Stage verdict, boolean reaches) {
        var book = new HuntBook(List.of(WAVE), List.of(channelRule()));
        var early = NOON.minusSeconds(10 * 86_400);
        book.add("f", new Seen("EX01", Kind.EVENT_LOG, channel, 5, early, NOON, Set.of()));
        var result = book.finish();
        assertThat(result.hunted().getFirst().verdict()).isEqualTo(verdict);
        assertThat(result.hunted().getFirst().notCovered()).isEqualTo(reaches ? List.of() : List.of(Kind.EVENT_LOG));
        assertThat(result.coverage().getFirst().reaches()).isEqualTo(Map.of("wave", reaches));
        assertThat(result.coverage().getFirst().status()).isEqualTo(Coverage.Status.PRESENT);
    }

    @Test
    void channels_that_came_and_that_were_asked_are_told_and_a_file_counts_once() {
        var book = new HuntBook(List.of(WAVE), List.of(channelRule()));
        book.add("f", new Seen("EX01", Kind.EVENT_LOG, "Security", 5, NOON, NOON, Set.of()));
        book.add("f", new Seen("EX01", Kind.EVENT_LOG, "System", 2, NOON, NOON, Set.of()));
        var line = book.finish().coverage().getFirst();
        assertThat(line.files()).isEqualTo(1);
        assertThat(line.events()).isEqualTo(7);
        assertThat(line.channels())
                .extracting(Coverage.Channel::name, Coverage.Channel::events)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Cmdlets", 0L),
                        org.assertj.core.groups.Tuple.tuple("Security", 5L),
                        org.assertj.core.groups.Tuple.tuple("System", 2L));
    }

    /// What was written and later asked for, the page that each names, and what the server's verdict becomes.
    @ParameterizedTest
    @CsvSource({
        "C:\\web\\shell.aspx,  /auth/Shell.aspx, USED",
        "C:\\web\\shell.aspx,  /auth/other.aspx, IMPLANTED",
        "C:\\web\\notes.txt,   /auth/notes.txt,  IMPLANTED",
    })
    void a_page_that_was_written_and_is_used_by_another_address_is_one_story(
            String written, String asked, Stage verdict) {
        var book = book();
        book.add("f", seen("EX01", Kind.ECP, NOON));
        book.add(finding(rule(Kind.ECP, Stage.IMPLANTED), null, NOON, Map.of("target", written)));
        book.add(finding(rule(Kind.IIS, Stage.USED, null), "203.0.113.9", NOON.plusSeconds(60), Map.of("stem", asked)));
        var result = book.finish();
        assertThat(result.hunted().getFirst().verdict()).isEqualTo(verdict);
        assertThat(result.timeline().getLast().campaign()).isEqualTo(verdict == Stage.USED ? "wave" : null);
    }

    @Test
    void a_record_without_an_address_is_linked_to_the_only_one_that_came_in_just_then() {
        var book = book();
        book.add(finding(Stage.EXPLOITED, "198.51.100.7", NOON));
        book.add(finding(rule(Kind.ECP, Stage.IMPLANTED), null, NOON.plusSeconds(20), Map.of()));
        assertThat(book.finish().timeline().getLast().text())
                .isEqualTo("Something was seen. From 198.51.100.7, by its requests of the same minutes.");
        book.add(finding(Stage.EXPLOITED, "203.0.113.9", NOON.plusSeconds(30)));
        assertThat(book.finish().timeline())
                .filteredOn(step -> step.stage() == Stage.IMPLANTED)
                .extracting(Step::text)
                .containsExactly("Something was seen.");
    }

    @Test
    void what_two_addresses_do_at_once_are_two_steps() {
        var book = book();
        for (int i = 0; i < 6; i++) {
            book.add(finding(Stage.EXPLOITED, "198.51.100." + i % 2, NOON.plusSeconds(i)));
        }
        assertThat(book.finish().timeline())
                .extracting(step -> step.findings().size())
                .containsExactly(3, 3);
    }

    @Test
    void a_copy_of_a_log_gives_no_second_finding_and_two_equal_rows_of_one_log_stay_two() {
        var book = book();
        for (var file : List.of("live.log", "copy.log")) {
            for (long line = 1; line <= 2; line++) {
                book.add(at(finding(Stage.EXPLOITED, "198.51.100.7", NOON), file, line));
            }
        }
        book.add(at(finding(Stage.EXPLOITED, "198.51.100.7", NOON), "live.log", 3));
        var found = book.finish().findings();
        assertThat(found).extracting(f -> f.place().file()).containsExactly("copy.log", "copy.log", "live.log");
        assertThat(found.getFirst().also()).extracting(Trace.Place::file).containsExactly("live.log");
        assertThat(found.getLast().also()).isEmpty();
    }

    @Test
    void a_numbered_event_is_one_whatever_shippers_left_out_of_it() {
        var book = new HuntBook(List.of(WAVE), List.of(channelRule()));
        var sent = Map.of("Data", "New-Thing | x", "EventID", "1");
        for (var evidence : List.of(sent, Map.of("Data", "New-Thing"))) {
            var finding = finding(channelRule(), null, NOON.plusMillis(evidence.size()), evidence);
            book.add(numbered(finding, "Cmdlets#7", evidence.size() + ".jsonl"));
            book.add(numbered(finding, "Cmdlets#8", evidence.size() + ".jsonl"));
        }
        assertThat(book.finish().findings()).extracting(Finding::event).containsExactly("Cmdlets#7", "Cmdlets#8");
    }

    private static Finding numbered(Finding finding, String event, String file) {
        var at = at(finding, file, 1);
        return new Finding(
                at.rule(),
                at.stage(),
                at.server(),
                at.time(),
                at.kind(),
                at.place(),
                null,
                null,
                at.evidence(),
                at.why(),
                event,
                List.of(),
                List.of());
    }

    @Test
    void of_a_flood_of_the_same_the_first_thousand_and_the_last_are_kept_and_the_rest_counted() {
        var book = book();
        for (int i = 0; i < 5_000; i++) {
            book.add(finding(Stage.PROBED, "203.0.113.9", NOON.plusSeconds(i)));
        }
        var result = book.finish();
        assertThat(result.findings()).hasSize(1_001);
        assertThat(result.unlisted()).isEqualTo(3_999);
        assertThat(result.hunted().getFirst().last()).isEqualTo(NOON.plusSeconds(4_999));
    }

    private static Finding at(Finding finding, String file, long line) {
        return new Finding(
                finding.rule(),
                finding.stage(),
                finding.server(),
                finding.time(),
                finding.kind(),
                new Trace.Place(file, null, line, null),
                finding.actor(),
                null,
                finding.evidence(),
                finding.why(),
                finding.event(),
                List.of(),
                List.of());
    }

    private static HuntRule channelRule() {
        var rule = rule(Kind.EVENT_LOG, Stage.IMPLANTED);
        return new HuntRule(
                rule.id(),
                rule.title(),
                rule.level(),
                rule.kinds(),
                Set.of("Cmdlets"),
                rule.condition(),
                rule.stage(),
                List.of(),
                rule.campaign(),
                List.of(),
                rule.why(),
                "",
                List.of(),
                List.of(),
                null,
                null);
    }

    @Test
    void records_without_a_name_are_of_the_host_that_the_collector_names() {
        var book = book();
        book.add(collected("case/a", "EX01.a.example", "a", Map.of()));
        book.add("case/a/forwarded.evtx", seen("DC01", Kind.EVENT_LOG, NOON));
        book.add("case/a/u_ex1.log", seen("", Kind.IIS, NOON));
        book.add("case/a/proxy.log", seen("EX01", Kind.HTTP_PROXY, NOON));
        assertThat(servers(book, Kind.IIS)).containsExactly("EX01");
        assertThat(servers(book, Kind.HTTP_PROXY)).containsExactly("EX01");
        assertThat(servers(book, Kind.EVENT_LOG)).containsExactly("DC01");
    }

    @Test
    void a_short_name_means_the_computer_of_the_collection_around_it() {
        var book = book();
        book.add(collected("a.zip", "EX01.a.example", "a", Map.of()));
        book.add(collected("b.zip", "EX01.b.example", "b", Map.of()));
        book.add("a.zip!x.log", seen("EX01", Kind.IIS, NOON));
        book.add("b.zip!x.log", seen("ex01", Kind.IIS, NOON));
        assertThat(servers(book, Kind.IIS)).containsExactly("EX01.a.example", "EX01.b.example");
    }

    @Test
    void collections_that_name_no_host_are_kept_apart() {
        var book = book();
        book.add(collected("case/a", null, "triage", Map.of()));
        book.add(collected("case/b", null, "triage", Map.of()));
        book.add(collected("case/c", null, "EX03", Map.of()));
        book.add("case/a/x/u_ex1.log", seen("", Kind.IIS, NOON));
        book.add("case/a/x/proxy.log", seen("EX01", Kind.HTTP_PROXY, NOON));
        book.add("case/b/u_ex1.log", seen("", Kind.IIS, NOON));
        book.add("case/c/u_ex1.log", seen("", Kind.IIS, NOON));
        assertThat(servers(book, Kind.IIS)).containsExactly("EX01", "EX03", "case/b");
    }

    @Test
    void why_there_is_no_evidence_is_told_by_what_knows_most() {
        var book = book();
        var never = new Absence(Coverage.Status.NOT_COLLECTED, "never", "copy it");
        var vain = new Absence(Coverage.Status.NOT_FOUND, "in vain", "");
        book.add(collected("a.zip", "EX01", "a", Map.of(Kind.ECP, never, Kind.IIS, never)));
        book.add(collected("a.zip", "EX01", "a", Map.of(Kind.ECP, vain)));
        book.add("a.zip!u_ex1.log", seen("", Kind.IIS, NOON));
        var coverage = book.finish().coverage();
        assertThat(coverage)
                .extracting(line -> line.kind() + " " + line.status() + " " + line.collector() + " " + line.absence())
                .containsExactly("IIS PRESENT tool null", "ECP NOT_FOUND tool " + vain);
        book.unreadable("a.zip!C/ecp.log", Kind.ECP, "locked");
        assertThat(book.finish().coverage().getLast().status()).isEqualTo(Coverage.Status.UNREADABLE);
    }

    @Test
    void a_collection_without_any_evidence_is_a_server_of_which_nothing_can_be_told() {
        var book = book();
        book.add(collected("a.zip", "EX01", "a", Map.of()));
        assertThat(book.finish().hunted())
                .singleElement()
                .satisfies(hunted -> assertThat(hunted.verdict()).isEqualTo(Stage.NOT_ASSESSABLE));
    }

    private static Collected collected(String root, @Nullable String host, String label, Map<Kind, Absence> absences) {
        return new Collected(root, "tool", host, label, absences);
    }

    private static List<String> servers(HuntBook book, Kind kind) {
        return book.finish().coverage().stream()
                .filter(line -> line.kind() == kind && line.status() == Coverage.Status.PRESENT)
                .map(Coverage::server)
                .toList();
    }

    private static HuntResult result(List<Object> told) {
        var book = book();
        for (var one : told) {
            if (one instanceof Seen seen) {
                book.add("case/f.log", seen);
            } else {
                book.add((Finding) one);
            }
        }
        return book.finish();
    }

    /// A scanner writes of one detection when it finds it and when it acts.
    @Test
    void records_of_one_thing_are_one_finding_with_the_highest_grade() {
        var rule = onceRule();
        var book = new HuntBook(List.of(), List.of(rule));
        book.add(detection(rule, "a", Stage.EXPLOITED, 1));
        book.add(detection(rule, "a", Stage.USED, 2));
        book.add(detection(rule, "a", Stage.USED, 3));
        book.add(detection(rule, "b", Stage.EXPLOITED, 4));
        book.add(detection(rule, null, Stage.EXPLOITED, 5));
        book.add(detection(rule, null, Stage.EXPLOITED, 6));
        assertThat(book.finish().findings())
                .extracting(finding -> finding.place().line())
                .containsExactly(2L, 4L, 5L, 6L);
    }

    private static HuntRule onceRule() {
        return new HuntRule(
                "rule",
                "A rule",
                Level.HIGH,
                Set.of(Kind.EVENT_LOG),
                Set.of(),
                new Condition.Present("x", true),
                Stage.EXPLOITED,
                List.of(),
                null,
                List.of(),
                "Something was seen.",
                "",
                List.of(),
                List.of("id"),
                null,
                "id");
    }

    private static Finding detection(HuntRule rule, @Nullable String id, Stage stage, long line) {
        return new Finding(
                rule,
                stage,
                "EX01",
                NOON.plusSeconds(line),
                Kind.EVENT_LOG,
                new Trace.Place("f", null, line, null),
                null,
                null,
                id == null ? Map.of() : Map.of("id", id),
                "Something was seen.");
    }

    private static HuntBook book() {
        return new HuntBook(
                List.of(WAVE),
                Stream.of(rule(Kind.IIS, Stage.EXPLOITED), rule(Kind.ECP, Stage.IMPLANTED))
                        .toList());
    }

    private static HuntRule rule(Kind kind, Stage stage) {
        return rule(kind, stage, "wave");
    }

    private static HuntRule rule(Kind kind, Stage stage, @Nullable String campaign) {
        return new HuntRule(
                "rule-" + kind.id(),
                "A rule",
                Level.HIGH,
                Set.of(kind),
                new Condition.Present("x", true),
                stage,
                List.of(),
                campaign,
                List.of(),
                "Something was seen.",
                "",
                List.of(),
                List.of());
    }

    private static Finding finding(Stage stage, String actor, Instant time) {
        return finding(rule(Kind.IIS, stage), actor, time);
    }

    private static Finding finding(HuntRule rule, String actor, Instant time) {
        return finding(rule, actor, time, Map.of());
    }

    private static Finding finding(HuntRule rule, @Nullable String actor, Instant time, Map<String, String> evidence) {
        var place = new Trace.Place("case/f.log", null, time.getEpochSecond(), null);
        return new Finding(
                rule,
                rule.stage(),
                "EX01",
                time,
                rule.kinds().iterator().next(),
                place,
                actor,
                null,
                evidence,
                "Something was seen.");
    }

    private static Seen seen(String server, Kind kind, @Nullable Instant time) {
        return new Seen(
                server,
                kind,
                1,
                time,
                time,
                time == null ? Set.of() : Set.of(LocalDate.ofInstant(time, java.time.ZoneOffset.UTC)));
    }
}
