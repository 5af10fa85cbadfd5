// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.sigma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.hunt.Kind;
import org.tidemark.hunt.Trace;

/// What stands in folders of rules beside plain rules.
class SigmaFilesTest {
    private static final SigmaReader READER = new SigmaReader(Sources.bundled());

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            {s: {f: x}, condition: 's | count() by g > 5'}    ; correlation
            {s: {f: x}, condition: 's | near t'}              ; correlation
            {s: {f: x}, timeframe: 5m, condition: s}          ; correlation
            {s: {'f|expand': '%admins%'}, condition: s}       ; values for its placeholders
            """)
    void what_needs_more_than_one_record_or_words_of_ones_own_is_told_from_faults(String detection, String why) {
        assertThat(read("detection: " + detection)).containsExactly(new ReadRule.Elsewhere("an-id", why));
    }

    @Test
    void a_file_about_something_else_holds_no_rule() {
        assertThat(READER.read("on: {push: {branches: [main]}}\njobs: {}\n", null))
                .isEmpty();
        assertThat(READER.read("# nothing\n", null)).isEmpty();
    }

    @Test
    void rules_of_one_file_can_share_parts() {
        var read = READER.read("""
                action: global
                title: Shared
                logsource: {category: webserver}
                detection: {condition: s}
                ---
                id: one
                detection: {s: {f: x}}
                ---
                id: two
                detection: {s: {f: y}}
                ---
                action: repeat
                id: three
                detection: {s: {f: z}}
                ---
                action: reset
                ---
                id: four
                title: Alone
                detection: {s: {f: z}, condition: s}
                """, null);
        assertThat(read).hasSize(4);
        assertThat(read.subList(0, 3))
                .extracting(one -> ((ReadRule.Ready) one).rule().id())
                .containsExactly("one", "two", "three");
        assertThat(((ReadRule.Ready) read.get(2)).rule().condition().holds(trace(Map.of("f", "z"))))
                .isTrue();
        assertThat(read.get(3)).isInstanceOf(ReadRule.Refused.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [an-id]      | {category: webserver} | false
            any          | {category: webserver} | false
            [another-id] | {category: webserver} | true
            [an-id]      | {product: windows, service: security} | true
            """)
    void a_filter_narrows_the_rules_that_it_names(String rules, String logsource, boolean hits) {
        var filter = "title: Ours\nlogsource: " + logsource + "\nfilter:\n  rules: " + rules
                + "\n  ours: {g|startswith: adm_}\n  condition: not ours\n";
        assertThat(READER.read(filter, null)).isEmpty();
        var text = "id: an-id\ntitle: T\nlogsource: {category: webserver}\ndetection: {s: {f: x}, condition: s}\n";
        var reader = READER.narrowedBy(SigmaReader.filters(filter));
        var rule = ((ReadRule.Ready) reader.read(text, null).getFirst()).rule();
        assertThat(rule.condition().holds(trace(Map.of("f", "x", "g", "adm_one"))))
                .isEqualTo(hits);
        assertThat(rule.condition().holds(trace(Map.of("f", "x", "g", "other"))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "filter: {rules: any, s: {f: x}}",
                "filter: {s: {f: x}, condition: s}",
                "filter: {rules: any, s: {f: x}, condition: t}",
                "filter: none"
            })
    void a_filter_that_is_not_understood_is_said(String text) {
        assertThat(read(text)).singleElement().isInstanceOf(ReadRule.Refused.class);
        assertThatCode(() -> SigmaReader.filters(text)).doesNotThrowAnyException();
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
