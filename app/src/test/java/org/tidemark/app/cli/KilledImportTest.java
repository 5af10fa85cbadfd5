// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.app.Main;

/// A process that imports and follows the servers is killed at some moment, again and again.
/// `-Dtidemark.kills=100` for a
/// longer run.
class KilledImportTest {
    private static final int KILLS = Integer.getInteger("tidemark.kills", 5);
    private static final long SEED = Long.getLong("tidemark.seed", 20_210_302L);
    private static final int FILES = 6;
    private static final int ROWS = 4_000;

    @TempDir
    private Path temp;

    @Test
    void a_killed_import_loses_no_file_and_leaves_no_half_of_one() throws Exception {
        var scans = scans();
        var begun = System.nanoTime();
        assertThat(run("unbroken", scans).waitFor()).isZero();
        var whole = Duration.ofNanos(System.nanoTime() - begun);
        var random = new Random(SEED);
        int before = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            if (before == FILES && isFollowed("broken")) {
                // All is done: begin anew, so that every kill meets an import under way.
                deleteStore("broken");
                before = 0;
            }
            var process = run("broken", scans);
            process.waitFor(random.nextLong(whole.toMillis()), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();

            int after = whole("broken");
            assertThat(after).as("files after kill %d, seed %d", kill, SEED).isGreaterThanOrEqualTo(before);
            before = after;
        }
        assertThat(run("broken", scans).waitFor()).isZero();
        assertThat(content("broken")).isEqualTo(content("unbroken")).hasSize(FILES + FILES * ROWS);
        assertThat(population("broken")).isEqualTo(population("unbroken")).hasSizeGreaterThan(FILES * ROWS);
    }

    private Path scans() throws IOException {
        var folder = Files.createDirectories(temp.resolve("scans"));
        for (int file = 0; file < FILES; file++) {
            var rows = new StringBuilder("timestamp,ip,port,hostname,tag,asn,geo,region,city,version,servername\n");
            for (int i = 0; i < ROWS; i++) {
                rows.append(
                        "2021-03-%02d 0%d:10:21,10.0.%d.%d,443,mail%d.example.org,exchange,%d,DE,R,C,15.1.2106.%d,EX%d\n"
                                .formatted(file + 1, i % 10, i / 250, i % 250, i, 64_500 + i, file, i));
            }
            Files.writeString(folder.resolve("scan" + file + ".csv"), rows);
        }
        return folder;
    }

    private Process run(String store, Path scans) throws IOException {
        // The driver unpacks its library into the temporary folder and a killed process leaves it there.
        var temporary = Files.createTempDirectory(temp, "run");
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Main.class.getName(),
                        "ingest",
                        scans.toString(),
                        "--data",
                        temp.resolve(store).toString(),
                        "--json")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private Path file(String store) {
        return temp.resolve(store).resolve("tidemark.duckdb");
    }

    private void deleteStore(String store) throws IOException {
        try (var files = Files.list(temp.resolve(store))) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    /// How many files are in; each must be whole.
    private int whole(String store) throws SQLException {
        if (!Files.exists(file(store))) {
            return 0;
        }
        var rows = query(
                store,
                "select f.observations, (select count(*) from observation o where o.file = f.id) from file f order by f.id");
        assertThat(rows).allMatch(row -> row.equals(ROWS + "|" + ROWS));
        assertThat(query(store, "select count(*) from observation where file not in (select id from file)"))
                .containsExactly("0");
        assertThat(query(store, "select count(*) from observation where place not in (select id from place)"))
                .containsExactly("0");
        // A day that is followed is so as a whole.
        for (var table : List.of("transition", "identity", "identity_key", "tracked_day", "seen_by")) {
            assertThat(query(
                            store,
                            "select count(*) from " + table + " where revision not in (select id from revision)"))
                    .as(table)
                    .containsExactly("0");
        }
        assertThat(query(store, "select count(*) from transition where after not in (select id from condition)"))
                .containsExactly("0");
        return rows.size();
    }

    private List<String> content(String store) throws SQLException {
        var content = query(store, "select sha256, name, bytes, records, observations, problems from file order by id");
        content.addAll(query(store, "select * from observations order by source, line"));
        return content;
    }

    private boolean isFollowed(String store) throws SQLException {
        return query(store, "select count(distinct day) from tracked_days").equals(List.of("" + FILES));
    }

    /// What follows from the files: servers, transitions and who looked, without the numbers of the revisions.
    private List<String> population(String store) throws SQLException {
        var population = query(store, "select * exclude (revision) from transitions order by server, day");
        population.addAll(query(store, "select * exclude (revision) from identities order by place, day"));
        population.addAll(query(store, "select * exclude (revision) from identity_keys order by key, day"));
        population.addAll(query(store, "select * exclude (revision) from tracked_days order by day, source"));
        population.addAll(query(store, "select * from condition order by id"));
        return population;
    }

    private List<String> query(String store, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:" + file(store));
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            var lines = new ArrayList<String>();
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                var cells = new ArrayList<String>();
                for (int i = 1; i <= columns; i++) {
                    cells.add(String.valueOf(row.getObject(i)));
                }
                lines.add(String.join("|", cells));
            }
            return lines;
        }
    }
}
