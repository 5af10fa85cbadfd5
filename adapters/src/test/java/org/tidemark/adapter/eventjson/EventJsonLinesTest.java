// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.eventjson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.hunt.Seen;

class EventJsonLinesTest {
    private static final String ONE = event("srv1", 1, "\"Image\":\"C:\\\\a.exe\"");
    private static final String TWO = event("srv2", 2, "\"Image\":\"C:\\\\b.exe\"");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Event\":{\"System\":{\"Provider\"",
                "no json",
                "[1,2]",
                "{\"a\":1}",
                "{\"Event\":{\"System\":{}}} and more",
            })
    void a_bad_line_is_a_problem_with_its_place_and_the_others_are_read(String bad) {
        var read = EventJsonRead.of(ONE, bad, TWO);
        assertThat(read.traces()).extracting(trace -> trace.first("image")).contains("C:\\a.exe", "C:\\b.exe");
        assertThat(read.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.place().line()).isEqualTo(2);
            assertThat(problem.place().offset()).isEqualTo(ONE.length() + 1L);
            assertThat(problem.cause()).isNotBlank();
            assertThat(problem.cure()).isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 40, 100})
    void a_first_line_that_is_cut_off_in_front_or_behind_hides_no_event(int at) {
        for (var cut : List.of(ONE.substring(at), ONE.substring(0, at))) {
            var read = EventJsonRead.of(cut, ONE, TWO);
            assertThat(read.traces()).as(cut).hasSize(2);
            assertThat(read.problems()).as(cut).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void encodings_are_told_apart(String charset) {
        var text = "\uFEFF" + event("srv1", 1, "\"Image\":\"C:\\\\grüße.exe\"") + "\r\n" + TWO + "\r\nbroken";
        var read = EventJsonRead.of(text.getBytes(Charset.forName(charset)));
        assertThat(read.traces())
                .extracting(trace -> trace.first("image"))
                .containsExactly("C:\\grüße.exe", "C:\\b.exe");
        long offset = text.substring(0, text.length() - 6).getBytes(Charset.forName(charset)).length;
        assertThat(read.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.place().offset()).isEqualTo(offset));
    }

    @Test
    void the_log_that_was_cleared_stands_behind_the_log_that_says_so() {
        var read = EventJsonRead.of("""
                {"System":{"Provider":{"Name":"Microsoft-Windows-Eventlog"},"EventID":{"Value":104},"Channel":"System",\
                "Computer":"srv1"},"UserData":{"LogFileCleared":{"SubjectUserName":"user1","Channel":"Application"}}}""", """
                {"Hostname":"srv1","EventID":104,"Channel":"System","SourceName":"Microsoft-Windows-Eventlog",\
                "@timestamp":"2021-03-03T04:05:06Z","Message":"The Application log file was cleared."}""");
        assertThat(read.traces().getFirst().values("channel")).containsExactly("System", "Application");
        assertThat(read.traces().getFirst().first("subjectusername")).isEqualTo("user1");
        assertThat(read.traces().get(1).values("channel")).containsExactly("System");
        assertThat(read.traces().get(1).values("data")).containsExactly("The Application log file was cleared.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\n", "[", "{\n\"Event\":", "{ \r\n"})
    void a_document_over_the_whole_file_is_refused_in_one_sentence(String begin) {
        var rest = begin.startsWith("{\n")
                ? ONE.substring("{\"Event\":".length())
                : begin.startsWith("{") ? ONE.substring(1) : ONE + ",\n" + TWO + "]";
        var read = EventJsonRead.of(begin + rest);
        assertThat(read.traces()).isEmpty();
        assertThat(read.seen()).isEmpty();
        assertThat(read.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.place().line()).isEqualTo(1);
            assertThat(problem.cure()).contains("JSON Lines");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Timestamp\":\"2021-03-03 04:05:06.789 +02:00\",\"RuleTitle\":\"Example\",\"Channel\":\"Sec\",\"EventID\":1}",
                "{\"group\":\"g\",\"kind\":\"individual\",\"name\":\"n\",\"document\":{\"kind\":\"evtx\",\"data\":{}}}",
                "{\"group\":\"g\",\"kind\":\"aggregate\",\"name\":\"n\",\"documents\":[]}",
            })
    void what_another_tool_found_is_no_event_and_is_told_once(String finding) {
        var read = EventJsonRead.of(finding, finding);
        assertThat(read.traces()).isEmpty();
        assertThat(read.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.cure()).contains(".evtx"));
    }

    @Test
    void other_json_is_left_to_others() {
        var read = EventJsonRead.of("{\"ip\":\"192.0.2.1\",\"data\":{\"http\":{\"status\":\"success\"}}}");
        assertThat(read.seen()).isEmpty();
        assertThat(read.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.cause()).contains("No reader"));
    }

    @Test
    void every_computer_is_counted_for_itself_up_to_a_bound() {
        var read = EventJsonRead.of(ONE, TWO, ONE);
        assertThat(read.seen()).extracting(Seen::server).containsExactly("srv1", "srv2");
        assertThat(read.seen()).extracting(Seen::events).containsExactly(2L, 1L);
        var lines = new ArrayList<String>();
        for (int i = 0; i < 10_005; i++) {
            lines.add(event("srv" + i, 1, "\"A\":\"b\""));
        }
        var many = EventJsonRead.of(lines.toArray(String[]::new));
        assertThat(many.seen()).hasSize(10_001);
        assertThat(many.seen().getLast().server()).isEmpty();
        assertThat(many.seen().getLast().events()).isEqualTo(5);
        assertThat(many.traces().getLast().server()).isEqualTo("srv10004");
    }

    @Test
    void whether_an_event_matters_is_asked_of_its_text_without_escapes() {
        var text = event("srv1", 1, "\"Image\":\"C:\\\\\\u0069netpub\\\\a\"");
        var read = EventJsonRead.of(text.getBytes(StandardCharsets.UTF_8), event -> event.contains("C:\\inetpub\\a"));
        assertThat(read.traces()).hasSize(1);
    }

    @Test
    void a_name_that_comes_twice_keeps_both_values() {
        var read = EventJsonRead.of(event("srv1", 1, "\"Image\":\"a\",\"Image\":\"b\",\"Image\":\"c\""));
        assertThat(read.only().values("image")).containsExactly("a", "b", "c");
    }

    private static String event(String computer, int id, String data) {
        return """
                {"Event":{"System":{"Provider":{"#attributes":{"Name":"Example"}},"EventID":%d,"Channel":"Security",\
                "TimeCreated":{"#attributes":{"SystemTime":"2021-03-03T04:05:06Z"}},"Computer":"%s"},\
                "EventData":{%s}}}""".formatted(id, computer, data);
    }
}
