// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.population.PopulationFile;
import org.tidemark.advisory.BranchId;
import org.tidemark.fault.ErrorCode;
import org.tidemark.fault.TidemarkException;
import org.tidemark.plan.Population;
import org.tidemark.plan.UpdateCoverage;
import org.tidemark.run.Knowledge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// For how much of a population updates were out, and which update would add most.
@Command(
        name = "coverage",
        description = "Say for what share of a population updates were out that close a campaign's flaws, day by day,"
                + " and which next update would add most.",
        footer = {
            "",
            "A branch is covered where an update of this very branch closes the flaws, where it began with the fixes,"
                    + " or where it does not have the flaws.",
            "",
            "Exit status: 0 when all servers are covered, 1 when some are not, 2 for a mistake in what was asked,"
                    + " 3 when rows could not be read."
        })
public final class CoverageCommand extends PackCommand {
    @Mixin
    DataOptions data = new DataOptions();

    @Mixin
    CampaignOptions campaigns = new CampaignOptions();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The day to look at (2021-03-09): updates that came later do not count. Today if not given.")
    @Nullable
    String asOf;

    @Option(
            names = "--population",
            paramLabel = "FILE",
            description = "How many servers there are: CSV with the columns branch,servers or build,servers; - for"
                    + " standard input. Else the servers of the store on that day.")
    @Nullable
    String population;

    public CoverageCommand(Invocation invocation, Packs packs) {
        super(invocation, packs);
    }

    @Override
    int answer(Answer answer) {
        var knowledge = answer.knowledge();
        campaigns.check(knowledge);
        if (campaigns.names.size() != 1) {
            throw TidemarkException.user("Say which campaign to look at: --campaign NAME, one of those that"
                    + " `tidemark catalog campaigns` lists.");
        }
        var name = campaigns.names.getFirst();
        var day = day();
        var family = knowledge.families().stream()
                .filter(one -> one.catalogue().campaign(name).isPresent())
                .findFirst()
                .orElseThrow();
        var campaign = family.catalogue().campaign(name).orElseThrow();
        var coverage = new UpdateCoverage(family.catalogue(), family.assessor(), campaign);
        answer.columns("coverage-day", List.of("date", "covered", "exposed", "share"));
        var servers = population(answer, family, day);
        if (servers.size() == 0) {
            return nobody(answer);
        }
        var result = coverage.of(servers, day);
        new CoverageRows(coverage, result).write(answer);
        if (answer.forPeople()) {
            new CoverageText(answer, campaign, coverage, result).print();
        }
        if (!result.next().isEmpty()) {
            answer.found();
        }
        return answer.finish(CoverageRows.counts(result));
    }

    private static int nobody(Answer answer) {
        if (answer.problems() == 0) {
            throw TidemarkException.user("The population holds no server: give each branch with its number.");
        }
        return answer.finish(Row.of("summary").put("exposed", 0).put("covered", 0));
    }

    private LocalDate day() {
        var text = asOf;
        if (text == null) {
            return invocation.today();
        }
        var day = Asked.day(text);
        if (day.isAfter(invocation.today())) {
            throw TidemarkException.user(
                    day + " has not come yet: which updates will be out then, nobody knows. Give a day up to today.");
        }
        return day;
    }

    private Population population(Answer answer, Knowledge.Family family, LocalDate day) {
        var named = population;
        if (named == null) {
            return ofStore(answer, family, day);
        }
        try (var in = open(named)) {
            var read = PopulationFile.read(in, named, family.subjects());
            read.problems().forEach(answer::problem);
            return read.items().getFirst();
        } catch (IOException e) {
            throw new TidemarkException(ErrorCode.EXTERNAL, "The file " + Terminal.safe(named) + " cannot be read.", e);
        }
    }

    /// The servers of the store on that day. Those whose branch nobody knows are told and left out.
    private Population ofStore(Answer answer, Knowledge.Family family, LocalDate day) {
        if (!data.exists(invocation)) {
            throw TidemarkException.user("Say how many servers run which branch: --population FILE, a CSV file with the"
                    + " columns branch,servers, or --data DIR, a store of scans. Without numbers there is no share.");
        }
        var servers = new LinkedHashMap<BranchId, Long>();
        long unknown = 0;
        try (var store = FollowedStore.open(data, invocation, answer)) {
            var branches = store.branches(family.catalogue().pack().id(), day);
            for (var branch : branches.entrySet()) {
                var known = family.subjects().branch(branch.getKey());
                if (known.isPresent()) {
                    servers.merge(known.get().id(), branch.getValue(), Long::sum);
                } else {
                    unknown += branch.getValue();
                }
            }
        }
        if (unknown > 0) {
            answer.hint(unknown + " servers whose branch is not known are left out.");
        }
        return new Population(servers);
    }

    private InputStream open(String named) throws IOException {
        if (named.equals("-")) {
            return invocation.in();
        }
        try {
            var path = Path.of(named);
            if (Files.isRegularFile(path)) {
                return Files.newInputStream(path);
            }
        } catch (InvalidPathException e) {
            // A name that no file can have is no file.
            throw Asked.noFile(named);
        }
        throw Asked.noFile(named);
    }
}
