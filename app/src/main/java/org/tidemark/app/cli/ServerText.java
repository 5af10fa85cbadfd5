// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tidemark.advisory.Campaign;
import org.tidemark.run.Correction;
import org.tidemark.run.ServerHistory;

/// One server over time, for people.
final class ServerText {
    private final PrintWriter out;
    private final Terminal terminal;
    private final List<Campaign> campaigns;
    private final ServerHistory history;

    ServerText(Answer answer, List<Campaign> campaigns, ServerHistory history) {
        this.out = answer.people();
        this.terminal = answer.terminal();
        this.campaigns = campaigns;
        this.history = history;
    }

    void print(int mostSightings) {
        out.println(terminal.paint(
                Terminal.Ink.STRONG,
                "Server " + history.id() + ", "
                        + Terminal.safe(history.places().getLast().server().display())));
        out.println();
        places();
        out.println();
        changes();
        out.println();
        sightings(mostSightings);
        corrections();
    }

    private void places() {
        var table = new Table("SINCE", "PLACE", "SEEN AS, AND WHY IT IS TAKEN FOR THIS SERVER");
        for (var place : history.places()) {
            var server = place.server();
            var words = Stream.of(
                            server.ip() == null
                                    ? null
                                    : server.ip() + (server.port() == null ? "" : ":" + server.port()),
                            server.host(),
                            server.name(),
                            server.certificate() == null ? null : "certificate " + shortened(server.certificate()))
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(", "));
            table.row(
                    Terminal.Ink.STRONG,
                    place.since().toString(),
                    place.id(),
                    words + (place.because().isEmpty() ? " (first seen here)" : " (" + place.because() + ")"));
        }
        table.print(out, terminal, -1);
    }

    private static String shortened(String certificate) {
        return certificate.length() > 12 ? certificate.substring(0, 12) + "…" : certificate;
    }

    private void changes() {
        var table = new Table("DAY", "WHAT IT WAS", "BUILD", "FROM THEN ON");
        for (var change : history.changes()) {
            var builds = ServersShow.builds(change.after());
            table.row(
                    Terminal.Ink.STRONG,
                    change.day().toString(),
                    change.presence().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    builds.isEmpty()
                            ? "-"
                            : builds.size() == 1 ? builds.getFirst() : builds.getFirst() + " to " + builds.getLast(),
                    ServersShow.words(campaigns, change));
        }
        table.print(out, terminal, -1);
    }

    private void sightings(int most) {
        var all = history.sightings();
        var table = new Table("SEEN", "ADDRESS", "BUILD", "BY", "RECORD");
        for (var seen : all.subList(Math.max(0, all.size() - most), all.size())) {
            var observation = seen.observation();
            table.row(
                    Terminal.Ink.STRONG,
                    seen.day().toString(),
                    Terminal.safe(observation.server().display()),
                    observation.build() == null ? "-" : observation.build().toString(),
                    observation.method(),
                    Terminal.safe(observation.source().file())
                            + (observation.source().line() == null
                                    ? ""
                                    : ":" + observation.source().line()));
        }
        table.print(out, terminal, -1);
        if (all.size() > most) {
            out.println((all.size() - most) + " earlier sightings are left out; --json and --csv have them.");
        }
    }

    private void corrections() {
        for (Correction each : history.corrections()) {
            out.println();
            Terminal.wrap(
                            "Correction " + each.id() + (each.holds() ? "" : " (undone)") + ": "
                                    + (each.kind() == Correction.Kind.TOGETHER
                                            ? ServerNumber.text(each.one()) + " is the server "
                                                    + ServerNumber.text(each.other())
                                            : "place " + ServerNumber.text(each.one()) + " is a server of its own")
                                    + ", because: " + Terminal.safe(each.reason()) + ".",
                            terminal.width())
                    .forEach(out::println);
        }
    }
}
