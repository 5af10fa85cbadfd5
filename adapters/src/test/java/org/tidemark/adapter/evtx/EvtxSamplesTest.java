// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/// Logs of real servers where there is a folder of them, against what other readers make of them.
class EvtxSamplesTest {
    private static final String ASKED = "TIDEMARK_SAMPLES";

    /// What the other reader finds and lists in free space, but cannot read: their templates were written over
    /// in all
    /// of the file.
    private static final Map<String, Integer> RECOVERED_LESS = Map.of(
            "crate_Application_no_crc32.evtx", 4,
            "crate_MSExchange_Management_wec.evtx", 9,
            "crate_Security_short_selected.evtx", 8,
            "crate_new-user-security.evtx", 2,
            "md_ID6_failed_to_install_exchange_transport_agent.evtx", 71,
            "sigma/win_wmi_activity_nteventlogfile_cleareventlog.evtx", 1);

    @Test
    void every_log_gives_as_many_records_as_other_readers_find() throws IOException {
        var softly = new SoftAssertions();
        var folder = folder();
        for (var row : rows(folder.resolve("oracle_libevtx.tsv"))) {
            var heard = heard(folder.resolve(row.get("file")));
            var counted = row.getOrDefault("crate_test_count", "");
            var expected = Integer.parseInt((counted.isEmpty() ? row.get("records") : counted).split(" ", -1)[0]);
            softly.assertThat(records(heard)).as(row.get("file")).hasSize(expected);
            softly.assertThat(heard.numbers(true))
                    .as("recovered of " + row.get("file"))
                    .hasSize(Integer.parseInt(row.get("recovered")) - RECOVERED_LESS.getOrDefault(row.get("file"), 0));
        }
        softly.assertAll();
    }

    /// Where the chain of records leads to: what was read, and what was there but could not be.
    private static Set<Long> records(Heard heard) {
        var offsets = new TreeSet<Long>();
        heard.events.stream().filter(event -> !event.recovered()).forEach(event -> offsets.add(event.offset()));
        heard.faults.stream().filter(fault -> fault.record() != null).forEach(fault -> offsets.add(fault.offset()));
        return offsets;
    }

    @Test
    void every_log_holds_the_events_that_other_readers_find() throws IOException {
        var softly = new SoftAssertions();
        var folder = folder();
        for (var row : rows(folder.resolve("oracle_libevtx.tsv"))) {
            var counts = heard(folder.resolve(row.get("file"))).events.stream()
                    .filter(event -> !event.recovered())
                    .collect(Collectors.groupingBy(
                            event -> String.valueOf(event.value("System/EventID")), Collectors.counting()));
            for (var pair : row.getOrDefault("event_ids", "").split(";", -1)) {
                var idAndCount = pair.split("x", -1);
                if (idAndCount.length == 2) {
                    softly.assertThat(counts.getOrDefault(idAndCount[0], 0L))
                            .as(row.get("file") + ", event " + idAndCount[0])
                            .isGreaterThanOrEqualTo(Long.parseLong(idAndCount[1]));
                }
            }
        }
        softly.assertAll();
    }

    @Test
    void the_records_of_sigma_are_the_same_field_for_field() throws IOException {
        var folder = folder().resolve("sigma");
        for (var json : files(folder, ".json")) {
            var log = folder.resolve(json.getFileName().toString().replace(".json", ".evtx"));
            var events = heard(log).events.stream()
                    .filter(event -> !event.recovered())
                    .map(EventJson::of)
                    .toList();
            assertThat(events).as(log.toString()).isEqualTo(EventJson.read(json));
        }
    }

    @Test
    void the_records_of_the_crate_are_the_same_field_for_field() throws IOException {
        var folder = folder();
        for (var json : files(folder.resolve("expected_crate"), ".json")) {
            var name = json.getFileName().toString();
            var log = folder.resolve(name.substring(0, name.indexOf('.')) + ".evtx");
            var expected = EventJson.read(json);
            assertThat(heard(log).events.stream().map(EventJson::of)).as(name).containsAll(expected);
        }
    }

    @Test
    void a_forwarded_record_has_its_27_parts_in_their_order() throws IOException {
        var event = heard(folder().resolve("crate_MSExchange_Management_wec.evtx"))
                .events
                .getFirst();
        var data = event.fields().stream()
                .filter(field -> field.path().equals("EventData/Data"))
                .map(EvtxField::value)
                .toList();
        assertThat(data).hasSize(27).startsWith("Set-Mailbox").endsWith("fr-FR");
        assertThat(data.get(10)).contains("forêt entière", "« ave.local »");
    }

    @Test
    void damage_to_a_real_log_never_throws() throws IOException {
        var random = new Random(20_210_303);
        for (var log : files(folder(), ".evtx")) {
            var sound = Files.readAllBytes(log);
            for (int run = 0; run < 20; run++) {
                var damaged = sound.clone();
                for (int i = 0; i < 40; i++) {
                    damaged[random.nextInt(Math.min(sound.length, 20_000))] = (byte) random.nextInt(256);
                }
                assertThat(Heard.of(damaged).events)
                        .allMatch(event -> event.xml().startsWith("<Event"));
            }
        }
    }

    private static Heard heard(Path log) {
        try (var in = Files.newInputStream(log)) {
            return Heard.of(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Map<String, String>> rows(Path table) throws IOException {
        var lines = Files.readAllLines(table);
        var header = lines.getFirst().split("\t", -1);
        return lines.stream()
                .skip(1)
                .map(line -> row(header, line.split("\t", -1)))
                .toList();
    }

    private static Map<String, String> row(String[] header, String[] cells) {
        return Stream.iterate(0, i -> i + 1)
                .limit(Math.min(header.length, cells.length))
                .collect(Collectors.toMap(i -> header[i], i -> cells[i]));
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static Path folder() {
        var property = System.getProperty(ASKED);
        var asked = property != null ? property : System.getenv(ASKED);
        var folder = Optional.ofNullable(asked)
                .map(Path::of)
                .orElse(Path.of("..", "..", "shared", "samples"))
                .resolve(Path.of("hunt", "evtx"));
        assumeTrue(Files.isDirectory(folder), "skipped: no folder of logs; name one by " + ASKED);
        return folder;
    }
}
