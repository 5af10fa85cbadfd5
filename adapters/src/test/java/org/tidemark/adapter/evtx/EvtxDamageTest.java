// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/// Logs that are cut and logs with holes.
class EvtxDamageTest {
    private static final int FIRST_CHUNK = EvtxWriter.HEADER;

    @Test
    void a_record_that_cannot_be_read_costs_one_record() {
        var log = Logs.three();
        int second = Logs.offsetOf(log, 2);
        log[second + 28] = 0x1E;
        var heard = Heard.of(log);
        assertThat(heard.numbers(false)).containsExactly(1L, 3L);
        assertThat(heard.faults).anySatisfy(fault -> {
            assertThat(fault.record()).isEqualTo(2);
            assertThat(fault.offset()).isEqualTo(second);
        });
    }

    @Test
    void a_record_of_size_zero_ends_the_chain_and_those_behind_are_recovered() {
        var log = Logs.three();
        Logs.view(log).putInt(Logs.offsetOf(log, 2) + 4, 0);
        var heard = Heard.of(log);
        assertThat(heard.numbers(false)).containsExactly(1L);
        assertThat(heard.numbers(true)).containsExactly(3L);
        assertThat(heard.causes()).contains("This record says that it has no content.");
    }

    @Test
    void a_record_that_ends_outside_of_its_chunk_costs_itself() {
        var log = Logs.three();
        Logs.view(log).putInt(Logs.offsetOf(log, 2) + 4, 70_000);
        var heard = Heard.of(log);
        assertThat(heard.numbers(true)).containsExactly(3L);
        assertThat(heard.causes()).contains("This record is not all in its chunk.");
    }

    @Test
    void a_wrong_size_does_not_hide_the_records_behind() {
        var log = Logs.three();
        int second = Logs.offsetOf(log, 2);
        Logs.view(log).putInt(second + 4, Logs.view(log).getInt(second + 4) + 64);
        var heard = Heard.of(log);
        assertThat(heard.numbers(false)).contains(1L);
        assertThat(heard.numbers(true)).containsExactly(3L);
        assertThat(heard.causes()).contains("The end of this record is damaged.");
    }

    @Test
    void a_hole_where_a_record_should_begin_is_told() {
        var log = Logs.three();
        int second = Logs.offsetOf(log, 2);
        Arrays.fill(log, second, Logs.offsetOf(log, 3), (byte) 0);
        var heard = Heard.of(log);
        assertThat(heard.numbers(false)).containsExactly(1L);
        assertThat(heard.numbers(true)).containsExactly(3L);
        assertThat(heard.causes()).contains("Where a record should begin in this chunk, there is none.");
    }

    @Test
    void a_record_whose_end_was_lost_gives_what_was_written_before() {
        var log = new EvtxWriter()
                .chunk(chunk -> chunk.record(1, Logs.TIME, Logs.logon(1, "A", "a"))
                        .record(2, Logs.TIME, Logs.logon(2, "B", "x".repeat(2_000))))
                .bytes();
        int second = Logs.offsetOf(log, 2);
        int lost = (second / 512 + 3) * 512;
        Arrays.fill(log, lost, log.length, (byte) 0);
        var heard = Heard.of(log);
        assertThat(heard.numbers(false)).containsExactly(1L, 2L);
        assertThat(heard.faults).extracting(EvtxFault::record).contains(2L);
        assertThat(heard.events.getLast().value("System/Computer")).isEqualTo("B");
        assertThat(heard.events.getLast().value("EventData/Data[User]"))
                .startsWith("xxx")
                .hasSizeLessThan(1_000);
    }

    @Test
    void a_number_that_was_half_lost_is_not_told() {
        var template = new EvtxTemplate(xml -> xml.fragment()
                .open("Event")
                .closeStart()
                .open("System")
                .closeStart()
                .element("EventID", 0, ValueType.UINT16)
                .end()
                .element("Filler", 1, ValueType.TEXT)
                .element("Sid", 2, ValueType.SID)
                .end()
                .finish());
        var sid = EvtxValue.hex(ValueType.SID, "010100000000000512000000");
        var log = new EvtxWriter()
                .chunk(chunk -> chunk.record(
                        1,
                        Logs.TIME,
                        xml -> xml.fragment()
                                .instance(template, EvtxValue.u16(7), EvtxValue.text("x".repeat(500)), sid)
                                .finish()))
                .bytes();
        int end = FIRST_CHUNK + 512 + Logs.view(log).getInt(FIRST_CHUNK + 512 + 4);
        Arrays.fill(log, (end - 20) / 512 * 512, end, (byte) 0);
        var heard = Heard.of(log);
        assertThat(heard.causes()).contains("The end of this record is damaged.");
        assertThat(heard.events.getFirst().value("System/EventID")).isEqualTo("7");
        assertThat(heard.events.getFirst().value("Sid")).isEmpty();
    }

    @Test
    void any_cut_gives_the_records_before_it() {
        var log = Logs.rich();
        int all = Heard.of(log).events.size();
        int before = 0;
        for (int length = 0; length < log.length; length += 997) {
            var heard = Heard.of(Arrays.copyOf(log, length));
            assertThat(heard.events.size()).isBetween(before, all);
            assertThat(heard.faults).isNotEmpty();
            before = heard.events.size();
        }
        assertThat(Heard.of(Arrays.copyOf(log, EvtxWriter.HEADER + EvtxChunkWriter.SIZE + 400))
                        .causes())
                .containsExactly("Here a chunk should begin and does not; what of its records is left was read.");
    }

    @Test
    void any_damage_ends_in_faults_and_never_in_an_exception() {
        var random = new Random(20_210_303);
        var sound = Logs.rich();
        Assertions.assertTimeout(Duration.ofSeconds(60), () -> {
            for (int run = 0; run < 1_000; run++) {
                var heard = Heard.of(damaged(sound, random));
                assertThat(heard.faults)
                        .allMatch(fault ->
                                !fault.cause().isBlank() && !fault.cure().isBlank());
                heard.events.forEach(event -> assertThat(event.xml()).startsWith("<Event"));
            }
        });
    }

    /// The places that matter are the headers and the first records; most of a chunk is free.
    private static byte[] damaged(byte[] sound, Random random) {
        var log = sound.clone();
        for (int i = 0; i < 1 + random.nextInt(12); i++) {
            int chunk = EvtxWriter.HEADER + EvtxChunkWriter.SIZE * random.nextInt(2);
            int at = chunk + (random.nextInt(4) == 0 ? random.nextInt(512) : 512 + random.nextInt(6_000));
            switch (random.nextInt(4)) {
                case 0 -> log[at] = (byte) random.nextInt(256);
                case 1 -> log[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> Logs.view(log).putInt(at, random.nextInt(70_000));
                default -> Arrays.fill(log, at, at + random.nextInt(40), (byte) (random.nextBoolean() ? 0 : 0xFF));
            }
        }
        return random.nextInt(10) == 0 ? Arrays.copyOf(log, random.nextInt(log.length)) : log;
    }

    @Test
    void how_the_stream_hands_out_its_bytes_changes_nothing() {
        var log = Logs.rich();
        var whole = Heard.of(log);
        for (int most : new int[] {1, 7, 4_095, 4_097, 65_535, 65_537}) {
            var heard = Heard.of(trickle(log, most));
            assertThat(heard.events).isEqualTo(whole.events);
            assertThat(heard.faults).isEqualTo(whole.faults);
        }
    }

    private static InputStream trickle(byte[] log, int most) {
        return new FilterInputStream(new ByteArrayInputStream(log)) {
            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                return super.read(bytes, from, Math.min(length, most));
            }

            @Override
            public byte[] readNBytes(int length) {
                throw new AssertionError("no more than a chunk is read at once");
            }

            @Override
            public int readNBytes(byte[] bytes, int from, int length) throws IOException {
                int read = 0;
                while (read < length) {
                    int more = read(bytes, from + read, length - read);
                    if (more < 0) {
                        break;
                    }
                    read += more;
                }
                return read;
            }
        };
    }

    @Test
    void a_stream_that_fails_is_the_callers_matter() {
        var failing = new FilterInputStream(InputStream.nullInputStream()) {
            @Override
            public int readNBytes(byte[] bytes, int from, int length) throws IOException {
                throw new IOException("the disk is gone");
            }
        };
        assertThatThrownBy(() -> EvtxReader.read(failing, new Heard()))
                .isInstanceOf(IOException.class)
                .hasMessage("the disk is gone");
    }
}
