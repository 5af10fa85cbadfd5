// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files, chunks and records that are as they should be, and what is told of those that are not quite.
class EvtxReaderTest {
    @Test
    void a_record_has_number_place_time_and_fields() {
        var heard = Heard.of(Logs.single(Logs.logon(4624, "EX01", "bob")));
        assertThat(heard.faults).isEmpty();
        assertThat(heard.events)
                .containsExactly(new EvtxEvent(
                        1,
                        4_096 + 512,
                        Instant.parse("2021-03-03T07:02:11.123456700Z"),
                        false,
                        List.of(
                                new EvtxField("@xmlns", "urn:events", 0),
                                new EvtxField("System/Provider/@Name", "Auditing", 2),
                                new EvtxField("System/EventID", "4624", 1),
                                new EvtxField("System/Computer", "EX01", 1),
                                new EvtxField("EventData/Data[User]", "bob", 2))));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void versions_3_1_and_3_2_are_read(int minor) {
        var log = new EvtxWriter()
                .version(3, minor)
                .chunk(chunk -> chunk.record(1, Logs.TIME, Logs.logon(1, "A", "a")))
                .bytes();
        var heard = Heard.of(log);
        assertThat(heard.faults).isEmpty();
        assertThat(heard.numbers(false)).containsExactly(1L);
    }

    @Test
    void a_version_that_nobody_knows_is_told_and_read() {
        var log = new EvtxWriter()
                .version(4, 0)
                .chunk(chunk -> chunk.record(1, Logs.TIME, Logs.logon(1, "A", "a")))
                .bytes();
        var heard = Heard.of(log);
        assertThat(heard.causes()).containsExactly("This log is of version 4.0, which is not known.");
        assertThat(heard.numbers(false)).containsExactly(1L);
    }

    @Test
    void chunks_are_read_to_the_end_whatever_number_the_header_tells() {
        var log = Logs.rich();
        log[42] = 1;
        assertThat(Heard.of(log).numbers(false)).hasSize(23).startsWith(1L).endsWith(23L);
    }

    @Test
    void a_time_of_zero_is_no_time() {
        var log = new EvtxWriter()
                .chunk(chunk -> chunk.record(1, 0, Logs.logon(1, "A", "a")))
                .bytes();
        assertThat(Heard.of(log).events.getFirst().written()).isNull();
    }

    @Test
    void wrong_checksums_are_told_and_nothing_is_dropped() {
        var log = new EvtxWriter()
                .chunk(chunk -> chunk.record(1, Logs.TIME, Logs.logon(1, "A", "a"))
                        .wrongHeaderChecksum()
                        .wrongRecordsChecksum())
                .bytes();
        log[124]++;
        var heard = Heard.of(log);
        assertThat(heard.causes())
                .containsExactly(
                        "The checksum of this log's header is wrong.",
                        "The checksum of this chunk's header is wrong; its records were read all the same.",
                        "The checksum of this chunk's records is wrong; they were read all the same.");
        assertThat(heard.faults).extracting(EvtxFault::offset).containsExactly(0L, 4_096L, 4_096L);
        assertThat(heard.numbers(false)).containsExactly(1L);
    }

    @Test
    void checksums_that_are_not_there_are_not_missed() {
        var log = new EvtxWriter()
                .flags(EvtxWriter.NO_CHECKSUMS)
                .chunk(chunk ->
                        chunk.record(1, Logs.TIME, Logs.logon(1, "A", "a")).noChecksums())
                .bytes();
        var heard = Heard.of(log);
        assertThat(heard.faults).isEmpty();
        assertThat(heard.numbers(false)).containsExactly(1L);
    }

    @Test
    void a_log_that_was_not_closed_goes_on_behind_what_its_chunk_tells() {
        var log = new EvtxWriter()
                .flags(EvtxWriter.DIRTY)
                .chunk(chunk -> chunk.record(1, Logs.TIME, Logs.logon(1, "A", "a"))
                        .free()
                        .record(2, Logs.TIME, Logs.logon(2, "A", "a"))
                        .record(9, Logs.TIME, Logs.logon(9, "A", "a")))
                .bytes();
        var heard = Heard.of(log);
        assertThat(heard.numbers(false)).containsExactly(1L, 2L);
        assertThat(heard.numbers(true)).containsExactly(9L);
    }

    @Test
    void records_in_free_space_are_recovered() {
        var heard = Heard.of(Logs.rich());
        assertThat(heard.faults).isEmpty();
        assertThat(heard.numbers(true)).containsExactly(900L);
    }

    @Test
    void a_chunk_without_a_beginning_costs_only_itself_and_gives_what_is_left() {
        var log = new EvtxWriter()
                .chunk(chunk ->
                        chunk.record(1, Logs.TIME, Logs.logon(1, "A", "a")).noMagic())
                .chunk(chunk -> chunk.record(2, Logs.TIME, Logs.logon(2, "A", "a")))
                .bytes();
        var heard = Heard.of(log);
        assertThat(heard.causes())
                .containsExactly("Here a chunk should begin and does not; what of its records is left was read.");
        assertThat(heard.numbers(true)).containsExactly(1L);
        assertThat(heard.numbers(false)).containsExactly(2L);
    }

    @Test
    void space_that_was_never_written_is_no_fault() {
        var log = new EvtxWriter()
                .chunk(new byte[EvtxChunkWriter.SIZE])
                .chunk(chunk -> chunk.record(2, Logs.TIME, Logs.logon(2, "A", "a")))
                .chunk(new byte[EvtxChunkWriter.SIZE])
                .bytes();
        var heard = Heard.of(log);
        assertThat(heard.faults).isEmpty();
        assertThat(heard.numbers(false)).containsExactly(2L);
    }

    @Test
    void chunks_without_the_header_of_a_file_are_read() {
        var log = Logs.rich();
        var heard = Heard.of(Arrays.copyOfRange(log, EvtxWriter.HEADER, log.length));
        assertThat(heard.causes()).containsExactly("This log has no header.");
        assertThat(heard.numbers(false)).hasSize(23);
        assertThat(heard.events.getFirst().offset()).isEqualTo(512);
    }

    @Test
    void what_is_no_log_is_told_once() {
        var noise = "This is a text, and no log at all.\n".repeat(10_000).getBytes(StandardCharsets.UTF_8);
        assertThat(Heard.of(noise).causes())
                .containsExactly(
                        "This is no Windows event log, or its header is destroyed.",
                        "Here a chunk should begin and does not; what of its records is left was read.");
        assertThat(Heard.of(new byte[0]).causes()).containsExactly("This log is empty.");
        assertThat(Heard.of(Arrays.copyOf(Logs.rich(), 100)).causes())
                .containsExactly("This log ends inside of its header.");
    }

    @Test
    void a_value_is_found_by_its_path() {
        var event =
                Heard.of(Logs.single(Logs.logon(4624, "EX01", "bob"))).events.getFirst();
        assertThat(event.value("System/EventID")).isEqualTo("4624");
        assertThat(event.value("System/Nothing")).isNull();
    }
}
