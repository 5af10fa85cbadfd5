// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.priority.TableFiles;
import org.tidemark.fault.TidemarkException;
import org.tidemark.priority.Lane;
import org.tidemark.priority.Queued;
import org.tidemark.priority.Urgency;
import org.tidemark.run.WorkQueue;
import org.tidemark.run.WorkQueue.Work;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What to work on first.
@Command(
        name = "queue",
        description = "List the servers in the order in which to work on them, by the official tables (CISA BOD 26-04,"
                + " SSVC), each with the day by which it is due and the sentence why.",
        footer = {
            "",
            "What is not known of a server or a flaw counts as the worse answer, and is named.",
            "",
            "Exit status: 0 when nothing is to be done, 1 when anything is, 2 for a mistake in what was asked, 3 when"
                    + " the store is in use or damaged."
        })
public final class QueueCommand extends PackCommand {
    private static final int SHOWN = 60;
    private static final int MOST_OF_ONE = 12;
    private static final String INDENT = "  ";

    @Mixin
    DataOptions data = new DataOptions();

    @Mixin
    CampaignOptions campaigns = new CampaignOptions();

    @Option(names = "--limit", paramLabel = "N", description = "Only the first N.")
    @Nullable
    Integer limit;

    /// Thousands of servers share an urgency.
    private final Map<Urgency, Map<String, Object>> told = new HashMap<>();

    public QueueCommand(Invocation invocation, Packs packs) {
        super(invocation, packs);
    }

    @Override
    int answer(Answer answer) {
        campaigns.check(answer.knowledge());
        if (limit != null && limit < 1) {
            throw TidemarkException.user("--limit takes a number from 1 on.");
        }
        answer.columns(
                "queued", List.of("server", "address", "campaign", "lane", "decision", "due", "forensics", "why"));
        List<Work> all;
        try (var store = FollowedStore.open(data, invocation, answer)) {
            all = WorkQueue.of(
                    store,
                    answer.knowledge(),
                    TableFiles.read(QueueCommand.class.getClassLoader()),
                    campaigns.names,
                    invocation.today());
        }
        if (!all.isEmpty()) {
            answer.found();
        }
        var shown = limit == null ? all : all.subList(0, Math.min(limit, all.size()));
        if (answer.forPeople()) {
            print(answer, shown, limit == null ? SHOWN : limit);
        } else {
            shown.forEach(work -> answer.row(row(work)));
        }
        return answer.finish(summary(all));
    }

    private static Row summary(List<Work> all) {
        var lanes = new EnumMap<Lane, Long>(Lane.class);
        all.forEach(work -> lanes.merge(work.queued().lane(), 1L, Long::sum));
        var summary = Row.of("summary").put("queued", all.size());
        for (var lane : Lane.values()) {
            summary.put(lane.id(), lanes.getOrDefault(lane, 0L));
        }
        return summary;
    }

    private Row row(Work work) {
        var queued = work.queued();
        return Row.of("queued")
                .put("server", queued.server())
                .put("address", work.server().display())
                .put("campaign", queued.campaign())
                .put("lane", queued.lane().id())
                .put("decision", queued.decision())
                .put("due", queued.due())
                .put("forensics", queued.forensics())
                .put("cve", queued.urgency().cve())
                .put("inputs", inputs(queued))
                .put("ssvc", ssvc(queued.urgency()))
                .put("why", queued.why());
    }

    private static Map<String, String> ssvc(Urgency urgency) {
        var said = new LinkedHashMap<String, String>();
        said.put("deployer", urgency.deployer().value().name());
        said.put("coordinator", urgency.coordinator().value().name());
        return said;
    }

    /// What the tables were told, by their own names of the questions.
    private Map<String, Object> inputs(Queued queued) {
        var urgency = queued.urgency();
        var inputs = new LinkedHashMap<>(told.computeIfAbsent(urgency, QueueCommand::told));
        inputs.put("mitigated", queued.mitigated());
        if (queued.firstVulnerable() != null) {
            inputs.put("firstVulnerable", queued.firstVulnerable());
        }
        if (queued.evidence() != null) {
            inputs.put("evidence", queued.evidence());
        }
        return inputs;
    }

    private static Map<String, Object> told(Urgency urgency) {
        var inputs = new LinkedHashMap<String, Object>();
        urgency.answers()
                .forEach((point, answer) -> inputs.put(camel(point.title()), answer == null ? "unknown" : answer));
        inputs.put("ransomware", urgency.ransomware());
        if (urgency.clock() != null) {
            inputs.put("clock", urgency.clock());
        }
        return inputs;
    }

    /// `Publicly Exposed` as `publiclyExposed`.
    private static String camel(String title) {
        var words = title.split("[^A-Za-z]+", -1);
        var name = new StringBuilder();
        for (var word : words) {
            var lower = word.toLowerCase(Locale.ROOT);
            name.append(
                    name.isEmpty()
                            ? lower
                            : lower.isEmpty() ? "" : Character.toUpperCase(lower.charAt(0)) + lower.substring(1));
        }
        return name.toString();
    }

    /// What has the same reason stands under it: the first servers of each, so that a screen shows every reason.
    private static void print(Answer answer, List<Work> all, int most) {
        var out = answer.people();
        if (all.isEmpty()) {
            out.println("Nothing is to be done.");
            return;
        }
        var sections = new LinkedHashMap<String, List<Work>>();
        all.forEach(work -> sections.computeIfAbsent(head(work.queued()), _ -> new ArrayList<>())
                .add(work));
        int left = most;
        for (var section : sections.entrySet()) {
            if (left <= 0) {
                break;
            }
            var servers = section.getValue();
            var first = servers.getFirst().queued();
            var head = Figures.number(servers.size()) + (servers.size() == 1 ? " server" : " servers") + ", "
                    + section.getKey();
            Terminal.wrap(head, answer.terminal().width())
                    .forEach(line -> out.println(answer.terminal()
                            .paint(first.lane() == Lane.INCIDENT ? Terminal.Ink.BAD : Terminal.Ink.STRONG, line)));
            var shown = servers.subList(0, Math.min(Math.min(left, MOST_OF_ONE), servers.size()));
            var names = shown.stream()
                    .map(work -> Terminal.safe(work.server().display()))
                    .collect(Collectors.joining("  "));
            var rest = servers.size() - shown.size();
            Terminal.wrap(
                            rest == 0 ? names : names + "  and " + Figures.number(rest) + " more",
                            answer.terminal().width() - INDENT.length())
                    .forEach(line -> out.println(INDENT + line));
            left -= shown.size();
        }
        out.println("In this order; --json has every server with its own sentence.");
    }

    private static String head(Queued queued) {
        var due = queued.due();
        return queued.lane().id() + (queued.campaign() == null ? "" : " " + queued.campaign())
                + (due == null ? "" : ", due " + due) + ": " + queued.why();
    }
}
