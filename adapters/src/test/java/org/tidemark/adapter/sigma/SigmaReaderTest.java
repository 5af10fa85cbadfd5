// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.hunt.HuntRule;
import org.tidemark.hunt.Kind;
import org.tidemark.hunt.Stage;
import org.tidemark.hunt.Trace;

class SigmaReaderTest {
    private static final SigmaReader READER = new SigmaReader(Sources.bundled());

    /// A field with modifiers, its value as YAML, what the record holds, and whether the rule hits.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            f                      ; abc               ; ABC                        | true
            f                      ; abc               ; abcd                       | false
            f                      ; ['a', 'b']        ; b                          | true
            f                      ; 443               ; 443                        | true
            f                      ; null              ;                            | true
            f                      ; null              ; x                          | false
            f                      ; ''                ;                            | true
            f!contains             ; bc                ; aBCd                       | true
            f!startswith           ; ab                ; abc                        | true
            f!startswith           ; bc                ; abc                        | false
            f!endswith             ; bc                ; abc                        | true
            f!contains!all         ; [a, c]            ; abc                        | true
            f!contains!all         ; [a, d]            ; abc                        | false
            f!contains!cased       ; B                 ; abc                        | false
            f!re                   ; '^a+$'            ; aaa                        | true
            f!re                   ; '^A+$'            ; aaa                        | false
            f!re!i                 ; '^A+$'            ; aaa                        | true
            f!re!s                 ; 'a.b'             ; 'a\\nb'                    | true
            f!cidr                 ; 192.0.2.0/24      ; 192.0.2.77                 | true
            f!cidr                 ; 192.0.2.0/24      ; 192.0.3.77                 | false
            f!cidr                 ; '2001:db8::/32'   ; 2001:db8:1::5              | true
            f!cidr                 ; 192.0.2.0/24      ; mail.example.org           | false
            f!lt                   ; 10                ; 9                          | true
            f!lt                   ; 10                ; 10                         | false
            f!gte                  ; 10                ; 10                         | true
            f!gte                  ; 10                ; ten                        | false
            f!minute               ; 40                ; 2021-03-03T01:40:12Z       | true
            f!hour!lt              ; 6                 ; 01:40:12                   | true
            f!hour!gte             ; 6                 ; 2021-03-03 01:40           | false
            f!day                  ; [2, 3]            ; 2021-03-03                 | true
            f!week                 ; 9                 ; 2021-03-03                 | true
            f!month!neq            ; 3                 ; 2021-03-03                 | false
            f!year                 ; 2021              ; not a day                  | false
            f!exists               ; true              ; x                          | true
            f!exists               ; 'False'           ; x                          | false
            f!exists               ; false             ; x                          | false
            f!windash!contains     ; ' -enc '          ; 'x /enc y'                 | true
            f!windash!contains     ; ' -enc '          ; 'x –enc y'                 | true
            f!base64!contains      ; whoami            ; 'xx d2hvYW1p xx'           | true
            f!base64offset!contains; whoami            ; 'eHdob2FtaXg='             | true
            f!base64offset!contains; whoami            ; 'eHh3aG9hbWl4'             | true
            f!base64offset!contains; whoami            ; 'aWFtd2hv'                 | false
            f!wide!base64offset!contains; cmd          ; 'YwBtAGQA'                 | true
            f!neq                  ; abc               ; abd                        | true
            f!neq                  ; abc               ; abc                        | false
            f!fieldref             ; g                 ; same                       | true
            f!fieldref!startswith  ; g                 ; same thing                 | true
            f!fieldref             ; g                 ; other                      | false
            """)
    void a_modifier_says_what_passes(String line, boolean hits) {
        var parts = line.split(";", -1);
        var rule = ready("detection:\n  s: {'%s': %s}\n  condition: s\n"
                .formatted(parts[0].strip().replace('!', '|'), parts[1].strip()));
        var text = parts[2].strip().replaceAll("^'|'$", "").replace("\\n", "\n");
        assertThat(rule.condition().holds(trace(Map.of("f", text, "g", "same"))))
                .isEqualTo(hits);
    }

    /// The condition over three searches of which `a` and `sel_1` hold, and `sel_2` does not.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a                      | true
            not a                  | false
            a and sel_2            | false
            a or sel_2             | true
            not sel_2 and a        | true
            sel_2 or a and sel_2   | false
            (sel_2 or a) and sel_1 | true
            1 of sel_*             | true
            all of sel_*           | false
            any of them            | true
            all of them            | false
            not 1 of sel_2         | true
            """)
    void a_condition_joins_searches(String condition, boolean hits) {
        var rule = ready(
                "detection:\n  a: {f: x}\n  sel_1: {f|contains: x}\n  sel_2: {f: y}\n  condition: " + condition + "\n");
        assertThat(rule.condition().holds(trace(Map.of("f", "x")))).isEqualTo(hits);
    }

    @Test
    void a_list_of_maps_needs_one_and_a_map_needs_all() {
        var rule = ready("detection:\n  s:\n    - {f: x, g: no}\n    - {g: yes1}\n  condition: s\n");
        assertThat(rule.condition().holds(trace(Map.of("f", "x", "g", "yes1")))).isTrue();
        assertThat(rule.condition().holds(trace(Map.of("f", "x", "g", "other"))))
                .isFalse();
    }

    @Test
    void keywords_look_into_every_field() {
        var rule = ready("detection:\n  words: [hidden, other]\n  condition: words\n");
        assertThat(rule.condition().holds(trace(Map.of("f", "something Hidden here"))))
                .isTrue();
        assertThat(rule.condition().holds(trace(Map.of("f", "nothing")))).isFalse();
    }

    @Test
    void a_case_of_ours_takes_the_place_of_the_stage() {
        var rule = ready("""
                detection: {a: {f: x}, b: {g: y}, condition: a}
                tidemark: {stage: ATTEMPTED, why: Tried., cases: [{when: b, stage: USED, why: Done.}]}
                """);
        assertThat(rule.grade(trace(Map.of("f", "x")))).contains(new HuntRule.Grade(Stage.ATTEMPTED, "Tried."));
        assertThat(rule.grade(trace(Map.of("f", "x", "g", "y")))).contains(new HuntRule.Grade(Stage.USED, "Done."));
        assertThat(rule.grade(trace(Map.of("g", "y")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "detection: {s: {'f|re': '(?<=a)b'}, condition: s}",
                "detection: {s: {'f|re': '('}, condition: s}",
                "detection: {s: {'f|i': x}, condition: s}",
                "detection: {s: {'f|lt': x}, condition: s}",
                "detection: {s: {'f|minute': x}, condition: s}",
                "detection: {s: {'f|cidr': x}, condition: s}",
                "detection: {s: {}, condition: s}",
                "detection: {s: {f: x}, condition: t}",
                "detection: {s: {f: x}, condition: s and}",
                "detection: {s: {f: x}, condition: (s}",
                "detection: {s: {f: x}, condition: 2 of s*}",
                "detection: {s: {f: x}}",
                "detection: none",
                "detection: {s: {f: x}, condition: s}\nlevel: huge",
                "detection: {s: {f: x}, condition: s}\ntidemark: {stage: NO_EVIDENCE}",
            })
    void what_is_not_understood_is_said_and_never_passed_over(String text) {
        assertThat(read(text)).singleElement().isInstanceOfSatisfying(ReadRule.Refused.class, refused -> {
            assertThat(refused.id()).isEqualTo("an-id");
            assertThat(refused.cause()).endsWith(".");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {category: webserver}                                    | IIS
            {product: windows, service: security}                    | EVENT_LOG
            {product: windows, category: process_creation}           | EVENT_LOG
            {category: httpproxy}                                    | HTTP_PROXY
            {category: process_creation}                             | EVENT_LOG
            {product: windows, category: ps_script, service: powershell} | EVENT_LOG
            {product: windows, category: antivirus}                  | EVENT_LOG
            {product: windows, category: file_delete_detected, definition: With auditing.} | EVENT_LOG
            {service: iis}                                           | IIS
            {product: windows, category: ps_script, service: security} | -
            {product: windows, category: unheard, service: security} | -
            {product: linux, category: process_creation}             | -
            {product: linux, category: process_creation, service: sysmon} | -
            {definition: Nothing else.}                              | -
            {product: windows, service: unheard}                     | -
            """)
    void a_log_source_is_read_here_or_not(String logsource, String kind) {
        var text = "id: an-id\ntitle: A title\nlogsource: " + logsource + "\ndetection: {s: {f: x}, condition: s}\n";
        var read = READER.read(text, null).getFirst();
        if (kind.equals("-")) {
            assertThat(read).isInstanceOf(ReadRule.Elsewhere.class);
        } else {
            assertThat(((ReadRule.Ready) read).rule().kinds()).containsExactly(Kind.valueOf(kind));
        }
    }

    @Test
    void an_event_must_be_of_the_channel_and_number_that_its_category_means() {
        var text = """
                id: an-id
                title: A title
                logsource: {product: windows, category: process_creation}
                detection: {s: {'Image|endswith': cmd.exe}, condition: s}
                """;
        var rule = ((ReadRule.Ready) READER.read(text, null).getFirst()).rule();
        var sysmon = Map.of("channel", "Microsoft-Windows-Sysmon/Operational", "eventid", "1", "image", "C:\\cmd.exe");
        var security = Map.of("channel", "Security", "eventid", "4688", "newprocessname", "C:\\cmd.exe");
        var other = Map.of("channel", "Security", "eventid", "4624", "image", "C:\\cmd.exe");
        assertThat(rule.condition().holds(trace(sysmon))).isTrue();
        assertThat(rule.condition().holds(trace(security))).isTrue();
        assertThat(rule.condition().holds(trace(other))).isFalse();
    }

    @Test
    void a_category_of_one_service_is_of_that_service_only() {
        var rule = ((ReadRule.Ready) READER.read("""
                        title: A title
                        logsource: {product: windows, category: process_creation, service: sysmon}
                        detection: {s: {'Image|endswith': cmd.exe}, condition: s}
                        """, null).getFirst()).rule();
        assertThat(rule.channels()).containsExactly("Microsoft-Windows-Sysmon/Operational");
    }

    @Test
    void a_correlation_is_told_from_a_rule() {
        assertThat(READER.read("title: Many\ncorrelation: {type: event_count}\n", null))
                .containsExactly(new ReadRule.Elsewhere("Many", "correlation"));
    }

    @Test
    void a_pattern_cannot_run_away() {
        var rule = ready("detection: {s: {'f|re': '(a+)+$'}, condition: s}\n");
        assertThat(rule.condition().holds(trace(Map.of("f", "a".repeat(50_000) + "b"))))
                .isFalse();
    }

    private static HuntRule ready(String text) {
        return ((ReadRule.Ready) read(text).getFirst()).rule();
    }

    private static List<ReadRule> read(String text) {
        return READER.read("id: an-id\ntitle: A title\nlogsource: {category: webserver}\n" + text, null);
    }

    private static Trace trace(Map<String, String> fields) {
        var all = new TreeMap<String, List<String>>();
        fields.forEach((name, value) -> all.put(name.toLowerCase(Locale.ROOT), List.of(value)));
        return new Trace(Kind.IIS, all, null, null, new Trace.Place("f", null, 1L, null));
    }
}
