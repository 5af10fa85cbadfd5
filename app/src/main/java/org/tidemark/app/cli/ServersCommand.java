// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Build;
import org.tidemark.exposure.Observation;
import org.tidemark.exposure.ServerVerdicts;
import org.tidemark.fault.TidemarkException;
import org.tidemark.run.Compromise;
import org.tidemark.run.Store;
import org.tidemark.run.StoredServer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The servers in the store, each with what the last look at it showed.
@Command(
        name = "servers",
        description = "List the servers in the store and which flaws they have, by what was seen of each last.",
        footer = {
            "",
            "Exit status: 0 when nothing listed is open or undecided, 1 when anything is, 2 for a mistake in"
                    + " what was asked, 3 when the store is in use or damaged."
        })
public final class ServersCommand extends PackCommand {
    @Mixin
    DataOptions data = new DataOptions();

    @Mixin
    FlawOptions flaws = new FlawOptions();

    @Option(names = "--open", description = "Only servers on which one of the flaws asked about is open.")
    boolean open;

    @Option(names = "--country", paramLabel = "CODE", split = ",", description = "Only servers there; repeatable.")
    List<String> countries = new ArrayList<>();

    @Option(
            names = "--build",
            paramLabel = "BUILD",
            description = "Only this build, or those that begin so: 15.1.2106.")
    @Nullable
    String build;

    @Option(names = "--as-of", paramLabel = "DATE", description = "Answer with the catalogue as of this day.")
    @Nullable
    String asOf;

    @Parameters(paramLabel = "ID", arity = "0..*", description = "Only the servers of these ids.")
    List<String> ids = new ArrayList<>();

    static CommandLine tree(Invocation invocation, Packs packs) {
        var tree = new CommandLine(new ServersCommand(invocation, packs));
        tree.addSubcommand(new ServersShow(invocation, packs));
        ServerCorrections.addTo(tree, invocation, packs);
        return tree;
    }

    public ServersCommand(Invocation invocation, Packs packs) {
        super(invocation, packs);
    }

    @Override
    int answer(Answer answer) {
        var knowledge = answer.knowledge();
        flaws.check(knowledge);
        var wanted = wantedBuild();
        try (var store = FollowedStore.openForServers(data, invocation, answer)) {
            return list(store, answer, wanted);
        }
    }

    private int list(Store store, Answer answer, Optional<Build> wanted) {
        var options = new BuildOptions();
        options.asOf = asOf;
        var servers = new ServersAnswer(invocation, answer.knowledge(), options, flaws, answer);
        servers.head();
        var missing = new LinkedHashSet<>(ids);
        var compromise = Compromise.of(store);
        store.servers(server -> {
            missing.remove(server.id());
            servers.add(
                    server.latest(),
                    verdicts -> isWanted(server, verdicts, wanted),
                    compromise.of(server.latest().server()),
                    row -> withHistory(server, row));
        });
        if (!open && ids.isEmpty() && countries.isEmpty() && wanted.isEmpty()) {
            compromise.others().forEach(servers::addHunted);
        }
        if (!missing.isEmpty()) {
            throw TidemarkException.user("No server in the store has the id "
                    + String.join(" or ", missing.stream().map(Terminal::safe).toList())
                    + "; `tidemark servers --json` shows the ids.");
        }
        return servers.finish(0);
    }

    private Optional<Build> wantedBuild() {
        if (build == null) {
            return Optional.empty();
        }
        var read = Build.parse(build);
        if (read.isEmpty()) {
            throw TidemarkException.user(
                    "'" + Terminal.safe(build) + "' is no build; give one like 15.1.2176.9, or its first parts.");
        }
        return read;
    }

    private boolean isWanted(StoredServer server, ServerVerdicts verdicts, Optional<Build> wanted) {
        var seen = server.latest();
        return (!open || !verdicts.open().isEmpty())
                && (ids.isEmpty() || ids.contains(server.id()))
                && (countries.isEmpty() || isThere(seen))
                && (wanted.isEmpty() || (seen.build() != null && wanted.get().covers(seen.build())));
    }

    private boolean isThere(Observation seen) {
        var country = seen.attributes().get("country");
        return country != null && countries.stream().anyMatch(country::equalsIgnoreCase);
    }

    private static Row withHistory(StoredServer server, Row row) {
        var whole = Row.of(row.type())
                .put("id", server.id())
                .put("firstSeen", server.firstSeen())
                .put("lastSeen", server.lastSeen())
                .put("sightings", server.sightings());
        row.fields().forEach(whole::put);
        return whole;
    }
}
