// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Records in free space, whose templates may be gone.
class EvtxRecoveryTest {
    private static final int FIRST_CHUNK = EvtxWriter.HEADER;

    @Test
    void a_template_that_was_written_over_is_taken_from_another_chunk() {
        var log = new EvtxWriter()
                .chunk(chunk -> chunk.record(1, Logs.TIME, Logs.logon(1, "A", "a")))
                .chunk(chunk -> chunk.record(2, Logs.TIME, Logs.logon(2, "A", "a"))
                        .record(3, Logs.TIME, Logs.logon(3, "B", "b")))
                .bytes();
        int second = FIRST_CHUNK + EvtxChunkWriter.SIZE + EvtxChunkWriter.FIRST_RECORD;
        int size = Logs.view(log).getInt(second + 4);
        // As after a log was cleared: one small record has taken the place of the one that had the template.
        var small = new EvtxWriter()
                .chunk(chunk -> chunk.record(
                        50,
                        Logs.TIME,
                        xml -> xml.fragment()
                                .open("Event")
                                .closeStart()
                                .element("Other", "y".repeat(60))
                                .end()
                                .finish()))
                .bytes();
        int smallSize = Logs.view(small).getInt(FIRST_CHUNK + 512 + 4);
        System.arraycopy(small, FIRST_CHUNK + 512, log, second, smallSize);
        Logs.view(log).putInt(FIRST_CHUNK + EvtxChunkWriter.SIZE + 48, 512 + smallSize);
        assertThat(smallSize).isLessThan(size);
        var heard = Heard.of(log);
        assertThat(heard.numbers(false)).containsExactly(1L, 50L);
        assertThat(heard.numbers(true)).containsExactly(3L);
        assertThat(heard.events.getLast().value("EventData/Data[User]")).isEqualTo("b");
    }

    @Test
    void a_template_that_was_written_over_everywhere_gives_no_record() {
        var log = Logs.three();
        // The name System, which is in the template of all three.
        int name = indexOf(log, "System");
        log[name] = 'X';
        Logs.view(log).putInt(FIRST_CHUNK + 48, Logs.offsetOf(log, 2) - FIRST_CHUNK);
        assertThat(Heard.of(log).numbers(true)).isEmpty();
    }

    @Test
    void a_recovered_record_goes_without_the_part_whose_template_was_written_over() {
        var inner = new EvtxTemplate(template -> template.fragment()
                .open("UserData")
                .closeStart()
                .element("Secret", 0, 1)
                .end()
                .finish());
        var log = new EvtxWriter()
                .chunk(chunk -> chunk.record(
                                1,
                                Logs.TIME,
                                xml -> xml.fragment()
                                        .instance(Logs.OUTER, EvtxValue.u16(1), EvtxValue.none())
                                        .finish())
                        .free()
                        .record(
                                2,
                                Logs.TIME,
                                xml -> xml.fragment()
                                        .instance(
                                                Logs.OUTER,
                                                EvtxValue.u16(2),
                                                EvtxValue.xml(nested -> nested.fragment()
                                                        .instance(inner, EvtxValue.text("x"))
                                                        .finish()))
                                        .finish()))
                .bytes();
        log[indexOf(log, "Secret")] = 'X';
        var heard = Heard.of(log);
        assertThat(heard.numbers(true)).containsExactly(2L);
        assertThat(heard.events.getLast().fields()).containsExactly(new EvtxField("System/EventID", "2", 2));
    }

    private static int indexOf(byte[] log, String text) {
        var wanted = text.getBytes(StandardCharsets.UTF_16LE);
        for (int i = 0; i < log.length - wanted.length; i++) {
            if (Arrays.equals(log, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        throw new AssertionError(text + " is not there");
    }
}
