// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptPartsTest {
    @ParameterizedTest
    @ValueSource(strings = {"1 2 3", "3 1 2", "2 2 3 1", "3 2 1"})
    void parts_in_any_order_are_one_script_at_the_place_of_the_first(String order) {
        var parts = new ScriptParts();
        var ready = new ArrayList<Trace>();
        for (var number : order.split(" ", -1)) {
            ready.addAll(parts.add(part("one", Integer.parseInt(number), 3)));
        }
        ready.addAll(parts.finish());
        assertThat(ready).singleElement().satisfies(script -> {
            assertThat(script.first("scriptblocktext")).isEqualTo("<1><2><3>");
            assertThat(script.place().line()).isEqualTo(1);
            assertThat(script.values("partsmissing")).isEmpty();
        });
    }

    @Test
    void scripts_do_not_mix_and_what_is_missing_is_told() {
        var parts = new ScriptParts();
        assertThat(parts.add(part("one", 1, 2))).isEmpty();
        assertThat(parts.add(part("two", 2, 3))).isEmpty();
        assertThat(parts.add(part("one", 2, 2)))
                .extracting(trace -> trace.first("scriptblocktext"))
                .containsExactly("<1><2>");
        assertThat(parts.finish()).singleElement().satisfies(script -> {
            assertThat(script.first("scriptblocktext")).isEqualTo("<2>");
            assertThat(script.first("partsmissing")).isEqualTo("2");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0", "", "-2", "x", "99999999999"})
    void a_record_that_is_no_part_goes_on_at_once(String total) {
        var trace = trace(
                Map.of("scriptblockid", List.of("one"), "messagenumber", List.of("1"), "messagetotal", List.of(total)));
        assertThat(new ScriptParts().add(trace)).containsExactly(trace);
    }

    @Test
    void parts_that_never_become_whole_do_not_fill_memory() {
        var parts = new ScriptParts();
        var text = "x".repeat(1 << 20);
        int out = 0;
        for (int i = 0; i < 100; i++) {
            out += parts.add(trace(Map.of(
                            "scriptblockid", List.of("s" + i),
                            "messagenumber", List.of("1"),
                            "messagetotal", List.of("2"),
                            "scriptblocktext", List.of(text))))
                    .size();
        }
        assertThat(out).isBetween(60, 80);
        assertThat(parts.finish()).hasSize(100 - out);
    }

    private static Trace part(String script, int number, int total) {
        return trace(
                number,
                Map.of(
                        "scriptblockid", List.of(script),
                        "messagenumber", List.of("" + number),
                        "messagetotal", List.of("" + total),
                        "scriptblocktext", List.of("<" + number + ">")));
    }

    private static Trace trace(Map<String, List<String>> fields) {
        return trace(1, fields);
    }

    private static Trace trace(long line, Map<String, List<String>> fields) {
        return new Trace(Kind.EVENT_LOG, fields, null, "EX01", new Trace.Place("f", null, line, null));
    }
}
