// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tidemark.adapter.TakenEvidence;
import org.tidemark.hunt.Kind;
import org.tidemark.hunt.Seen;

class EvtxEvidenceTest {
    @Test
    void an_event_has_its_fields_by_the_names_that_rules_use() {
        var taken = TakenEvidence.of(Logs.single(Logs.logon(4624, "EX01.corp.example", "bob")));
        var trace = taken.traces().getFirst();
        assertThat(trace.kind()).isEqualTo(Kind.EVENT_LOG);
        assertThat(trace.server()).isEqualTo("EX01.corp.example");
        assertThat(trace.place().record()).isEqualTo(1L);
        assertThat(trace.first("EventID")).isEqualTo("4624");
        assertThat(trace.first("Provider_Name")).isEqualTo("Auditing");
        assertThat(trace.first("User")).isEqualTo("bob");
        assertThat(taken.problems()).isEmpty();
    }

    @Test
    void a_log_says_from_when_to_when_it_is_for_each_computer() {
        var log = new EvtxWriter()
                .chunk(chunk -> {
                    chunk.record(1, Logs.TIME, Logs.logon(1, "EX01", "a"));
                    chunk.record(2, Logs.TIME + 10_000_000, Logs.logon(2, "EX01", "b"));
                    chunk.record(3, Logs.TIME, Logs.logon(3, "EX02", "c"));
                })
                .bytes();
        var first = Instant.parse("2021-03-03T07:02:11.123456700Z");
        var day = Set.of(LocalDate.of(2021, 3, 3));
        assertThat(TakenEvidence.of(log).seen())
                .containsExactly(
                        new Seen("EX01", Kind.EVENT_LOG, 2, first, first.plusSeconds(1), day),
                        new Seen("EX02", Kind.EVENT_LOG, 1, first, first, day));
    }

    @Test
    void what_is_damaged_is_a_problem_with_its_place() {
        var log = Logs.rich();
        Arrays.fill(log, EvtxWriter.HEADER, EvtxWriter.HEADER + 8, (byte) 'x');
        var taken = TakenEvidence.of(log);
        assertThat(taken.problems())
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.place().offset()).isNotNull());
        assertThat(taken.traces()).isNotEmpty();
    }
}
