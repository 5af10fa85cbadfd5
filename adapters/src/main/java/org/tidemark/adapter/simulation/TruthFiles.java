// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.simulation;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import org.tidemark.simulate.Identity;
import org.tidemark.simulate.Simulation;
import org.tidemark.simulate.State;

/// The truth that no scan shows: the state of every server on every day, and what every server is.
final class TruthFiles implements Closeable {
    private final CsvWriter states;
    private final Path servers;
    private long rows;

    TruthFiles(Path states, Path servers) throws IOException {
        this.states = csv(states);
        this.servers = servers;
        this.states.writeRecord("date", "server", "state", "build", "address");
    }

    private static CsvWriter csv(Path file) throws IOException {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(Streams.plain(file), StandardCharsets.UTF_8);
    }

    /// One row for every server that there is or was. One that is not on the net has no address there.
    void day(LocalDate date, Simulation simulation) {
        var day = date.toString();
        for (int server = 0; server < simulation.count(); server++) {
            var state = simulation.state(server);
            states.writeRecord(
                    day,
                    name(server),
                    state.word(),
                    simulation.build(server),
                    state == State.GONE ? "" : simulation.address(server));
        }
        rows += simulation.count();
    }

    private static String name(int server) {
        return "s" + server;
    }

    /// @return how many servers there were
    long servers(Simulation simulation) throws IOException {
        try (var csv = csv(servers)) {
            csv.writeRecord(
                    "server", "since", "product", "level", "farm", "hoster", "country", "feed", "grab", "host", "name");
            for (int server = 0; server < simulation.count(); server++) {
                var is = simulation.identity(server);
                csv.writeRecord(
                        name(server),
                        is.since().toString(),
                        is.product(),
                        is.level(),
                        is.farm() == Identity.ALONE ? "" : name(is.farm()),
                        is.hoster() == 0 ? "" : Integer.toString(is.hoster()),
                        is.country(),
                        is.inFeed() ? "yes" : "no",
                        is.inGrab() ? "yes" : "no",
                        is.host(),
                        is.name());
            }
        }
        return simulation.count();
    }

    long rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        states.close();
    }
}
