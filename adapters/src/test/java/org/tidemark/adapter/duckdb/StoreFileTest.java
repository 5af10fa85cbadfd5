// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tidemark.adapter.duckdb.Invented.all;
import static org.tidemark.adapter.duckdb.Invented.knowledge;
import static org.tidemark.adapter.duckdb.Invented.ofEveryKind;
import static org.tidemark.adapter.duckdb.Invented.put;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.adapter.duckdb.Database.Access;
import org.tidemark.fault.ErrorCode;
import org.tidemark.fault.TidemarkException;
import org.tidemark.run.Store;

class StoreFileTest {
    private static final Schema.Step ONE_MORE =
            () -> List.of("alter table file add column note varchar default 'none'");

    @TempDir
    private Path temp;

    private Path file() {
        return temp.resolve("data").resolve(StoreFile.NAME);
    }

    private DuckDbStore open(Schema.Step... more) {
        var steps = new ArrayList<>(Schema.STEPS);
        steps.addAll(List.of(more));
        return DuckDbStore.open(temp.resolve("data"), knowledge(), steps, Access.WRITE);
    }

    private static void isRefused(ThrowingCallable opening, Consumer<String> sentence) {
        assertThatThrownBy(opening).isInstanceOfSatisfying(TidemarkException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.EXTERNAL);
            assertThat(e.getMessage()).doesNotContain("\n").doesNotContain("Exception");
            sentence.accept(e.getMessage());
        });
    }

    @Test
    void there_is_no_store_to_read_before_something_was_stored() {
        assertThat(DuckDbStore.openToRead(temp.resolve("data"), knowledge())).isEmpty();
        assertThat(temp.resolve("data")).doesNotExist();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no POSIX permissions")
    void the_folder_is_for_its_owner_alone() throws IOException {
        open().close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve("data"))))
                .isEqualTo("rwx------");
    }

    @Test
    void two_readers_share_a_store() {
        try (var store = open()) {
            put(store, "one", ofEveryKind());
        }
        try (var one = DuckDbStore.openToRead(temp.resolve("data"), knowledge()).orElseThrow();
                var two = DuckDbStore.openToRead(temp.resolve("data"), knowledge())
                        .orElseThrow()) {
            assertThat(all(one)).isEqualTo(all(two)).hasSize(ofEveryKind().size());
        }
    }

    @Test
    void a_store_of_version_0_is_copied_and_brought_to_the_present() throws IOException {
        Files.createDirectories(file().getParent());
        try (var old = Database.open(file(), Access.WRITE)) {
            old.run("create table schema_version (version integer not null)", "insert into schema_version values (0)");
        }
        var bytes = Files.readAllBytes(file());

        try (var store = open()) {
            put(store, "one", ofEveryKind());
            assertThat(all(store)).hasSize(ofEveryKind().size());
        }

        assertThat(temp.resolve("data").resolve("tidemark.duckdb.v0.bak")).hasBinaryContent(bytes);
        assertThat(versions()).containsExactlyElementsOf(numbers(0, Schema.STEPS.size()));
    }

    @Test
    void what_is_stored_survives_a_migration() {
        try (var store = open()) {
            put(store, "one", ofEveryKind());
        }
        try (var store = open(ONE_MORE)) {
            assertThat(all(store)).containsExactlyElementsOf(ofEveryKind());
        }
        try (var store = open(ONE_MORE)) {
            assertThat(all(store)).hasSize(ofEveryKind().size());
        }
        assertThat(temp.resolve("data").resolve("tidemark.duckdb.v" + Schema.STEPS.size() + ".bak"))
                .isNotEmptyFile();
    }

    @Test
    void a_reader_migrates_too() {
        open().close();

        var more = new java.util.ArrayList<>(Schema.STEPS);
        more.add(ONE_MORE);
        DuckDbStore.open(temp.resolve("data"), knowledge(), more, Access.READ).close();

        assertThat(versions()).containsExactlyElementsOf(numbers(1, Schema.STEPS.size() + 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void a_store_of_any_earlier_version_keeps_what_it_holds_and_takes_in_what_this_one_does(int version) {
        var steps = Schema.STEPS.subList(0, version);
        DuckDbStore.open(temp.resolve("data"), knowledge(), steps, Access.WRITE).close();
        try (var database = Database.open(temp.resolve("data").resolve(StoreFile.NAME), Access.WRITE)) {
            database.run(
                    "insert into file values (1, 'ab', 'old.jsonl', 9, '2021-04-01', '2021-04-01', 1, 1, 0, ['zgrab2'])",
                    "insert into part values (1, 0, 'old.jsonl', 'zgrab2')",
                    "insert into place values (5, '192.0.2.1', 443, null, null, null, 'AT', null, null, map {})",
                    "insert into finding values (6, 'tiny', 9, 1, 100, 4, false, 'some-header', 'medium', [], ['9.1.100.4'],"
                            + " [], map {}, 'old')",
                    "insert into observation values (7, '2021-03-12 01:10:21', 5, 6, 1, 0, 1)");
        }
        try (var store = open()) {
            put(store, "one", ofEveryKind());
            assertThat(all(store))
                    .hasSize(ofEveryKind().size() + 1)
                    .endsWith(ofEveryKind().getLast());
            assertThat(all(store).getFirst().reason()).isEqualTo("old");
            assertThat(store.keep(Invented.hunted(), List.of("pack"), Invented.NOW))
                    .isTrue();
            assertThat(store.hunts()).hasSize(2);
            store.track(Invented.NOW, Store.Watch.NOBODY);
            assertThat(store.isTracked()).isTrue();
        }
    }

    @Test
    void a_migration_that_fails_changes_nothing() {
        try (var store = open()) {
            put(store, "one", ofEveryKind());
        }
        Schema.Step broken = () -> List.of("alter table file add column note varchar", "select no_such_thing");

        isRefused(() -> open(broken), sentence -> assertThat(sentence).contains("cannot go on"));

        try (var store = open()) {
            assertThat(all(store)).hasSize(ofEveryKind().size());
        }
        assertThat(versions()).containsExactlyElementsOf(numbers(1, Schema.STEPS.size()));
    }

    @Test
    void a_store_of_a_newer_version_is_refused_and_left_as_it_is() {
        open(ONE_MORE).close();

        isRefused(
                this::open,
                sentence -> assertThat(sentence)
                        .contains("is of version " + (Schema.STEPS.size() + 1))
                        .contains("use a newer Tidemark"));

        assertThat(versions()).containsExactlyElementsOf(numbers(1, Schema.STEPS.size() + 1));
    }

    private static List<String> numbers(int from, int to) {
        return java.util.stream.IntStream.rangeClosed(from, to)
                .mapToObj(Integer::toString)
                .toList();
    }

    private List<String> versions() {
        try (var database = Database.open(file(), Access.READ)) {
            return Dump.of(database, "select version from schema_version order by version");
        }
    }

    @Test
    void a_file_that_is_none_of_the_database_is_refused_in_a_sentence() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "What a pity. ".repeat(1000));

        isRefused(this::open, sentence -> assertThat(sentence).contains("is damaged, or is no store of Tidemark"));
    }

    @Test
    void a_damaged_store_is_refused_in_a_sentence() throws IOException {
        try (var store = open()) {
            put(store, "one", ofEveryKind());
        }
        var bytes = Files.readAllBytes(file());
        for (int i = 12_288; i < bytes.length; i++) {
            bytes[i] = (byte) ~bytes[i];
        }
        Files.write(file(), bytes);

        isRefused(this::open, sentence -> assertThat(sentence).contains("is damaged"));
    }

    @Test
    void a_database_of_somebody_else_is_refused_and_left_as_it_is() throws IOException {
        Files.createDirectories(file().getParent());
        try (var other = Database.open(file(), Access.WRITE)) {
            other.run("create table accounts (name varchar)");
        }

        isRefused(this::open, sentence -> assertThat(sentence).contains("no store of Tidemark"));

        try (var other = Database.open(file(), Access.READ)) {
            assertThat(Dump.of(other, "select table_name from duckdb_tables()")).containsExactly("accounts");
        }
    }

    @Test
    void an_empty_file_that_a_crash_left_becomes_a_store() throws IOException {
        Files.createDirectories(file().getParent());
        Files.createFile(file());

        try (var store = open()) {
            put(store, "one", ofEveryKind());
            assertThat(store.files()).hasSize(1);
        }
    }

    @Test
    void no_query_reads_another_file_and_nothing_can_allow_it() throws IOException {
        var secret = Files.writeString(temp.resolve("secret.csv"), "a,b\n1,2\n");
        open().close();
        try (var database = Database.open(file(), Access.WRITE)) {
            isRefused(
                    () -> database.run("select * from read_csv('" + secret + "')"),
                    sentence -> assertThat(sentence).contains("disabled by configuration"));
            isRefused(
                    () -> database.run("set enable_external_access = true"),
                    sentence -> assertThat(sentence).contains("cannot go on"));
        }
    }
}
