// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.yara;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleLayoutTest {
    /// A rule as libyara lays it out: 4.2 has two numbers before the name, 4.3 to 4.5 four.
    @ParameterizedTest
    @ValueSource(longs = {8, 16})
    void a_rule_is_read_in_the_layout_of_either_version(long name) {
        try (var arena = Arena.ofConfined()) {
            var meta = arena.allocate(32, 8);
            meta.set(ValueLayout.ADDRESS, 0, arena.allocateFrom("score"));
            meta.set(ValueLayout.JAVA_LONG, 16, 70);
            meta.set(ValueLayout.JAVA_INT, 24, 1);
            meta.set(ValueLayout.JAVA_INT, 28, 1);
            var namespace = arena.allocate(16, 8);
            namespace.set(ValueLayout.ADDRESS, 0, arena.allocateFrom("a.yar"));
            var rule = arena.allocate(64, 8);
            rule.set(ValueLayout.JAVA_INT, 0, 2);
            rule.set(ValueLayout.JAVA_INT, 8, name == 16 ? 3 : 0);
            rule.set(ValueLayout.ADDRESS, name, arena.allocateFrom("made"));
            rule.set(ValueLayout.ADDRESS, name + 8, tags(arena));
            rule.set(ValueLayout.ADDRESS, name + 16, meta);
            rule.set(ValueLayout.ADDRESS, name + 32, namespace);

            var hit = RuleLayout.of(rule).hit(rule);

            assertThat(hit.rule()).isEqualTo("made");
            assertThat(hit.namespace()).isEqualTo("a.yar");
            assertThat(hit.tags()).containsExactly("one", "two");
            assertThat(hit.meta()).containsOnlyKeys("score").containsValue("70");
        }
    }

    private static MemorySegment tags(Arena arena) {
        return arena.allocateFrom("one\0two\0");
    }
}
