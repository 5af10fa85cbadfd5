// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Records that were made to do harm, or that damage made so.
class EvtxHostileTest {
    @Test
    void a_name_that_points_nowhere_costs_its_record() {
        for (int offset : new int[] {-1, 0x7FFF_FFFF, 65_530, 70_000}) {
            var heard = Heard.of(
                    Logs.single(xml -> xml.fragment().openAt(offset).raw(0x03).finish()));
            assertThat(heard.events).isEmpty();
            assertThat(heard.causes())
                    .containsExactly("The name of an element or attribute of this record points nowhere.");
        }
    }

    @Test
    void a_template_that_is_not_there_costs_its_record() {
        for (int offset : new int[] {-1, 0x7FFF_FFFF, 65_530, 100}) {
            var heard = Heard.of(
                    Logs.single(xml -> xml.fragment().instanceAt(offset, 1).finish()));
            assertThat(heard.events).isEmpty();
            assertThat(heard.faults).hasSize(1);
        }
    }

    @Test
    void a_template_that_uses_itself_ends() {
        // The definition stands behind the instance's 10 bytes, at 512 + 24 + 4 + 10.
        var self =
                new EvtxTemplate(xml -> xml.fragment().instanceAt(550, 0x1000).finish());
        var heard = Heard.of(Logs.single(xml -> xml.fragment().instance(self).finish()));
        assertThat(heard.events).isEmpty();
        assertThat(heard.causes()).singleElement().asString().contains("uses itself");
    }

    @Test
    void nesting_without_end_is_refused() {
        var heard = Heard.of(Logs.single(xml -> {
            xml.fragment();
            for (int i = 0; i < 2_000; i++) {
                xml.open("A").closeStart();
            }
        }));
        assertThat(heard.causes()).containsExactly("The XML of this record is nested more than 64 deep.");
    }

    @Test
    void values_that_unfold_without_end_are_bounded() {
        // A thousand places take the same value of 8,000 characters.
        var wide = new EvtxTemplate(xml -> {
            xml.fragment().open("Event").closeStart();
            for (int i = 0; i < 1_000; i++) {
                xml.element("A", 0, ValueType.TEXT);
            }
            xml.end().finish();
        });
        var log = new EvtxWriter()
                .chunk(chunk -> {
                    for (int i = 1; i <= 2; i++) {
                        chunk.record(
                                i,
                                Logs.TIME,
                                xml -> xml.fragment()
                                        .instance(wide, EvtxValue.text("x".repeat(8_000)))
                                        .finish());
                    }
                    chunk.record(3, Logs.TIME, Logs.logon(3, "C", "c"));
                })
                .bytes();
        var heard = Heard.of(log);
        assertThat(heard.numbers(false)).containsExactly(3L);
        assertThat(heard.causes()).hasSize(2).allMatch(cause -> cause.contains("unfolds to more than"));
    }
}
