// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.simulation.ReadScenario;
import org.tidemark.adapter.simulation.SimulatedFolder;
import org.tidemark.fault.TidemarkException;
import org.tidemark.run.ScenarioText;
import org.tidemark.simulate.Plan;
import org.tidemark.simulate.Scenario;
import org.tidemark.simulate.Simulation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Writes the scans of a population that never was, and the truth about it.
@Command(
        name = "simulate",
        description =
                "Write daily scans of a simulated population whose truth is known, as files that the other commands"
                        + " read. The same seed gives the same bytes.",
        footer = {
            "",
            "DIR holds a report and a web scan a day, each with its side file, and truth/states.csv and"
                    + " truth/servers.csv. Give the files to `tidemark ingest` and leave truth/ out."
                    + " docs/simulation.md says what is modelled, what is published and what is assumed."
        })
public final class SimulateCommand extends PackCommand {
    /// About what a server and scan take before it is compressed, for the progress alone.
    private static final int BYTES_OF_A_ROW = 300;

    @Option(
            names = "--servers",
            paramLabel = "N",
            required = true,
            description = "How many servers there are at first.")
    int servers;

    @Option(names = "--scans", paramLabel = "N", required = true, description = "How many days are scanned.")
    int scans;

    @Option(names = "--seed", paramLabel = "S", required = true, description = "A number that chance begins with.")
    long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "The folder to write to, a new or an empty one.")
    Path out = Path.of("");

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            description = "What the population lives through; the first of the loaded packs if not given.")
    @Nullable
    String scenario;

    @Option(
            names = "--start",
            paramLabel = "DATE",
            description = "The day of the first scan; the day on which the scenario begins if not given.")
    @Nullable
    LocalDate start;

    @Option(
            names = "--zgrab-share",
            paramLabel = "X",
            defaultValue = "0.1",
            description = "Share of the servers that the web scan sees in place of the report, 0 to 1"
                    + " (default: ${DEFAULT-VALUE}).")
    double grabShare;

    public SimulateCommand(Invocation invocation, Packs packs) {
        super(invocation, packs);
    }

    @Override
    int answer(Answer answer) {
        var text = chosen(answer);
        var read = ReadScenario.read(text.place(), text.sheet(), text.mix());
        var plan = plan(read.scenario());
        answer.columns("written", List.of("file", "rows"));
        var written = new ArrayList<Row>();
        try (var progress = answer.progress("simulating", (long) servers * scans * BYTES_OF_A_ROW)) {
            var folder = new SimulatedFolder(out, read.wording(), (file, rows) -> {
                progress.add(rows * BYTES_OF_A_ROW);
                var row = Row.of("written").put("file", file.toString()).put("rows", rows);
                written.add(row);
                answer.row(row);
            });
            folder.write(Simulation.begin(read.scenario(), plan), scans);
        }
        if (answer.forPeople()) {
            answer.people()
                    .println(read.title() + ": " + servers + " servers, " + scans + " scans, seed " + seed + ". "
                            + written.size() + " files are in " + Terminal.safe(out.toString()) + ".");
        }
        return answer.finish(Row.of("summary")
                .put("scenario", read.scenario().name())
                .put("campaign", read.campaign())
                .put("servers", servers)
                .put("scans", scans)
                .put("seed", seed)
                .put("files", written.size()));
    }

    private ScenarioText chosen(Answer answer) {
        var all = answer.knowledge().families().stream()
                .flatMap(family -> family.scenarios().get().stream())
                .toList();
        if (all.isEmpty()) {
            throw TidemarkException.user("No loaded knowledge pack has a scenario.");
        }
        var wanted = scenario;
        if (wanted == null) {
            return all.getFirst();
        }
        return all.stream()
                .filter(text -> text.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> TidemarkException.user(
                        "There is no scenario '" + Terminal.safe(wanted) + "'. Known are: " + known(all) + "."));
    }

    private static String known(List<ScenarioText> all) {
        return String.join(", ", all.stream().map(ScenarioText::name).toList());
    }

    private Plan plan(Scenario read) {
        check("--servers", servers, Plan.MOST_SERVERS);
        check("--scans", scans, Plan.MOST_SCANS);
        if (!(grabShare >= 0 && grabShare <= 1)) {
            throw TidemarkException.user("--zgrab-share must lie between 0 and 1.");
        }
        long first = start == null ? 0 : ChronoUnit.DAYS.between(read.begins(), start);
        if (first < 0 || first > Plan.MOST_SCANS) {
            throw TidemarkException.user("--start must lie between " + read.begins() + ", the day on which the scenario"
                    + " begins, and " + read.begins().plusDays(Plan.MOST_SCANS) + ".");
        }
        return new Plan(servers, scans, seed, (int) first, grabShare);
    }

    private static void check(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw TidemarkException.user(option + " must lie between 1 and " + most + ".");
        }
    }
}
