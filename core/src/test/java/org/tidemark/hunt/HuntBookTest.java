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
                        + " can be excluded; control panel logs only to 2021-03-08.");
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
        var place = new Trace.Place("case/f.log", null, time.getEpochSecond(), null);
        return new Finding(
                rule, rule.stage(), "EX01", time, Kind.IIS, place, actor, null, Map.of(), "Something was seen.");
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
