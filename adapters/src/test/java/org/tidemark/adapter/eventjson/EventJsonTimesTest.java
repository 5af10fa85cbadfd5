// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.eventjson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.hunt.Seen;

class EventJsonTimesTest {
    @Test
    void a_sysmon_event_tells_the_zone_of_its_computer_also_for_those_before_it() {
        var read = EventJsonRead.of(
                forwarded("srv1", "2021-03-03 22:30:00"),
                forwarded("srv2", "2021-03-03 22:30:00"),
                sysmon("srv1", "2021-03-03 22:31:00", "2021-03-04 02:30:59.100"),
                forwarded("srv1", "2021-03-03 22:32:00"));
        assertThat(read.traces())
                .extracting(trace -> trace.time() == null ? "" : trace.time().toString())
                .containsExactly("2021-03-04T02:30:00Z", "", "2021-03-04T02:31:00Z", "2021-03-04T02:32:00Z");
        assertThat(read.traces().get(1).first("localtime")).isEqualTo("2021-03-03 22:30:00");
        assertThat(read.traces().getFirst().values("localtime")).isEmpty();
        assertThat(read.seen().getFirst().days()).containsExactly(LocalDate.of(2021, 3, 4));
        assertThat(read.seen())
                .filteredOn(seen -> seen.server().equals("srv2"))
                .containsExactly(new Seen(
                        "srv2", org.tidemark.hunt.Kind.EVENT_LOG, "Security", 1, null, null, java.util.Set.of()));
    }

    @Test
    void the_clock_may_be_put_forward_in_the_middle_of_a_file() {
        var read = EventJsonRead.of(
                sysmon("srv1", "2021-03-28 01:59:00", "2021-03-28 00:59:00.100"),
                forwarded("srv1", "2021-03-28 01:59:30"),
                sysmon("srv1", "2021-03-28 03:00:10", "2021-03-28 01:00:10.100"),
                forwarded("srv1", "2021-03-28 03:00:30"));
        assertThat(read.traces())
                .extracting(trace -> String.valueOf(trace.time()))
                .containsExactly(
                        "2021-03-28T00:59:00Z", "2021-03-28T00:59:30Z", "2021-03-28T01:00:10Z", "2021-03-28T01:00:30Z");
    }

    @Test
    void a_z_behind_a_local_time_is_no_proof() {
        var read = EventJsonRead.of(
                exported("srv1", "Security", "2021-03-03T22:30:00.5Z", ""),
                exported(
                        "srv1",
                        "Microsoft-Windows-Sysmon/Operational",
                        "2021-03-03T22:31:00.5Z",
                        ",\"UtcTime\":\"2021-03-03 17:01:00.400\""),
                exported("srv2", "Security", "2021-03-03T22:30:00.5Z", ""));
        assertThat(read.traces())
                .extracting(trace -> String.valueOf(trace.time()))
                .containsExactly("2021-03-03T17:00:00.500Z", "2021-03-03T17:01:00.500Z", "2021-03-03T22:30:00.500Z");
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void an_event_that_sysmon_handed_over_late_tells_nothing() {
        var read = EventJsonRead.of(sysmon("srv1", "2021-03-03 22:31:00", "2021-03-04 02:24:00.000"));
        assertThat(read.only().time()).isNull();
    }

    @Test
    void an_unknown_zone_is_one_problem_at_the_first_such_event() {
        var read = EventJsonRead.of(
                forwarded("srv1", "2021-03-03T22:29:00+01:00"),
                forwarded("srv1", "2021-03-03 22:30:00"),
                forwarded("srv1", "2021-03-03 22:31:00"));
        assertThat(read.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.place().line()).isEqualTo(2);
            assertThat(problem.cause()).contains("time zone");
        });
        assertThat(read.seen().getFirst().events()).isEqualTo(3);
        assertThat(read.seen().getFirst().first()).isEqualTo("2021-03-03T21:29:00Z");
    }

    @Test
    void a_zone_that_is_only_a_name_is_unknown() {
        var trace =
                EventJsonRead.of(forwarded("srv1", "2021-03-03 22:29:00 CEST")).only();
        assertThat(trace.time()).isNull();
        assertThat(trace.first("localtime")).isEqualTo("2021-03-03 22:29:00 CEST");
    }

    @Test
    void what_is_not_wanted_is_counted_with_its_times_and_tells_the_zone() {
        var text = String.join(
                "\n",
                forwarded("srv1", "2021-03-03 22:30:00"),
                forwarded("srv1", "2021-03-03 22:59:59"),
                sysmon("srv1", "2021-03-03 22:31:00", "2021-03-04 02:31:00.000"));
        var read = EventJsonRead.of(text.getBytes(StandardCharsets.UTF_8), event -> !event.contains("Sysmon"));
        assertThat(read.traces())
                .hasSize(2)
                .first()
                .satisfies(trace -> assertThat(trace.time()).isEqualTo(Instant.parse("2021-03-04T02:30:00Z")));
        var day = java.util.Set.of(LocalDate.of(2021, 3, 4));
        assertThat(read.seen())
                .containsExactly(
                        new Seen(
                                "srv1",
                                org.tidemark.hunt.Kind.EVENT_LOG,
                                "Security",
                                2,
                                Instant.parse("2021-03-04T02:30:00Z"),
                                Instant.parse("2021-03-04T02:59:59Z"),
                                day),
                        new Seen(
                                "srv1",
                                org.tidemark.hunt.Kind.EVENT_LOG,
                                "Microsoft-Windows-Sysmon/Operational",
                                1,
                                Instant.parse("2021-03-04T02:31:00Z"),
                                Instant.parse("2021-03-04T02:31:00Z"),
                                day));
    }

    @Test
    void more_than_can_wait_go_out_in_order_and_that_is_told() {
        var lines = new ArrayList<String>();
        for (int i = 0; i < 20_010; i++) {
            lines.add(exported("srv1", "Security", "2021-03-03T22:30:00Z", ""));
        }
        lines.add(exported(
                "srv1",
                "Microsoft-Windows-Sysmon/Operational",
                "2021-03-03T22:31:00Z",
                ",\"UtcTime\":\"2021-03-03 17:31:00\""));
        var read = EventJsonRead.of(lines.toArray(String[]::new));
        assertThat(read.traces()).hasSize(20_011);
        assertThat(read.traces()).extracting(trace -> trace.place().line()).isSorted();
        assertThat(read.traces().getFirst().time()).isEqualTo("2021-03-03T22:30:00Z");
        assertThat(read.traces().get(20_000).time()).isEqualTo("2021-03-03T17:30:00Z");
        assertThat(read.problems()).hasSize(1);
        assertThat(read.seen().getFirst().first()).isEqualTo("2021-03-03T17:30:00Z");
    }

    @Test
    void times_of_no_kind_are_none() {
        for (var time : List.of("", "yesterday", "2021-13-03 22:30:00", "99999999999999")) {
            assertThat(EventJsonRead.of(forwarded("srv1", time)).only().time()).isNull();
        }
        assertThat(EventJsonRead.of("""
                {"System":{"EventID":{"Value":2},"Provider":{"Name":"a"},"TimeCreated":{"SystemTime":9999999999.5}}}""").only().time()).isNotNull();
    }

    private static String forwarded(String host, String time) {
        return """
                {"EventReceivedTime":"2021-03-03 23:00:00","EventTime":"%s","Hostname":"%s","EventID":1,\
                "Channel":"Security","SourceName":"Example","A":"b"}""".formatted(time, host);
    }

    private static String sysmon(String host, String time, String utc) {
        return """
                {"EventReceivedTime":"2021-03-03 23:00:00","EventTime":"%s","Hostname":"%s","EventID":11,"UtcTime":"%s",\
                "Channel":"Microsoft-Windows-Sysmon/Operational","SourceName":"Microsoft-Windows-Sysmon"}""".formatted(time, host, utc);
    }

    private static String exported(String host, String channel, String time, String more) {
        return """
                {"@timestamp":"%s","Hostname":"%s","EventID":1,"Channel":"%s","SourceName":"Example"%s}""".formatted(time, host, channel, more);
    }
}
