// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import org.tidemark.fault.ErrorCode;
import org.tidemark.fault.TidemarkException;
import org.tidemark.simulate.Simulation;

/// A folder with the files of all scans, in the order of their names, and the truth beside them.
public final class SimulatedFolder {
    private static final LocalTime FEED_BEGINS = LocalTime.of(1, 0);
    private static final Duration FEED_TAKES = Duration.ofHours(12);
    private static final LocalTime GRAB_BEGINS = LocalTime.of(14, 0);
    private static final Duration GRAB_TAKES = Duration.ofHours(6);

    private final Path folder;
    private final Wording wording;
    private final Written written;

    /// Hears of every file that is complete.
    @FunctionalInterface
    public interface Written {
        void file(Path file, long rows);
    }

    /// @param folder a new or an empty one
    /// @throws TidemarkException where there is something in it
    public SimulatedFolder(Path folder, Wording wording, Written written) {
        this.folder = folder;
        this.wording = wording;
        this.written = written;
        try {
            Files.createDirectories(folder);
            try (var inside = Files.list(folder)) {
                if (inside.findAny().isPresent()) {
                    throw TidemarkException.user("The folder " + folder
                            + " is not empty; name a new one, so that no file of another run stands among these.");
                }
            }
            Files.createDirectories(folder.resolve("truth"));
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    /// Writes all scans of a simulation that has just begun.
    public void write(Simulation simulation, int scans) {
        var states = folder.resolve("truth").resolve("states.csv");
        var servers = folder.resolve("truth").resolve("servers.csv");
        try (var truth = new TruthFiles(states, servers)) {
            for (int scan = 0; scan < scans; scan++) {
                if (scan > 0) {
                    simulation.nextDay();
                }
                var date = simulation.date();
                truth.day(date, simulation);
                feed(date, simulation);
                grab(date, simulation);
            }
            written.file(servers, truth.servers(simulation));
            written.file(states, truth.rows());
        } catch (IOException | UncheckedIOException e) {
            throw cannotWrite(e);
        }
    }

    private void feed(LocalDate date, Simulation simulation) throws IOException {
        var words = wording.feed();
        var file = folder.resolve(date + "-" + words.file() + ".csv.gz");
        var scan = ScanDay.of(date, FEED_BEGINS, FEED_TAKES);
        long rows;
        try (var report = new FeedFile(file, words, scan)) {
            simulation.feed(report::write);
            rows = report.rows();
        }
        written.file(file, rows);
        scan.declare(file, words.sensor(), words.method());
    }

    private void grab(LocalDate date, Simulation simulation) throws IOException {
        var words = wording.grab();
        var file = folder.resolve(date + "-" + words.file() + ".jsonl.gz");
        var scan = ScanDay.of(date, GRAB_BEGINS, GRAB_TAKES);
        long rows;
        try (var records = new GrabFile(file, wording, scan)) {
            simulation.grab(seen -> {
                try {
                    records.write(seen);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            rows = records.rows();
        }
        written.file(file, rows);
        scan.declare(file, words.sensor(), words.method());
    }

    private TidemarkException cannotWrite(Exception e) {
        return new TidemarkException(
                ErrorCode.EXTERNAL,
                "The files of the simulation cannot be written to " + folder + ": " + e.getMessage(),
                e);
    }
}
