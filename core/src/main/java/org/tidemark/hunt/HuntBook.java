// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Gathers what files held and what rules found in them, and says in the end what it means for each server.
///
/// Grows with findings and with files, not with records; of a flood of the same finding only the number grows.
/// What it says does not depend on the order in which it
/// was told.
public final class HuntBook {
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::server)
            .thenComparing(Finding::time, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(f -> f.place().file())
            .thenComparing(f -> f.place().line(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(f -> f.place().record(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(f -> f.rule().id());

    private final List<HuntCampaign> campaigns;
    private final List<HuntRule> rules;
    private final Crowd crowd = new Crowd();
    private final List<SeenFile> files = new ArrayList<>();
    private final List<UnreadFile> unread = new ArrayList<>();
    private final CollectedRoots roots = new CollectedRoots();
    private final ServerNames names;

    private record SeenFile(String file, Seen seen) {}

    private record UnreadFile(String file, Kind kind, Absence absence) {}

    /// @param campaigns those asked about
    /// @param rules those that were asked, of campaigns and of none
    public HuntBook(List<HuntCampaign> campaigns, List<HuntRule> rules) {
        this(campaigns, rules, _ -> false);
    }

    /// @param ofAny whether a folder of this name can be any server's, so that it names none
    public HuntBook(List<HuntCampaign> campaigns, List<HuntRule> rules, Predicate<String> ofAny) {
        this.names = new ServerNames(roots, ofAny);
        this.campaigns = List.copyOf(campaigns);
        this.rules = List.copyOf(rules);
    }

    public void add(Finding finding) {
        crowd.add(finding);
        named(finding.place().file(), finding.server());
    }

    /// A file of which no record is of the time asked for.
    public void outside(String file, Seen seen) {
        unread.add(new UnreadFile(
                file,
                seen.kind(),
                new Absence(Coverage.Status.NOT_FOUND, "What came is not of the time that was asked for.", "")));
        named(file, seen.server());
    }

    /// @param file where it was seen
    public void add(String file, Seen seen) {
        files.add(new SeenFile(file, seen));
        named(file, seen.server());
    }

    /// What the program says that collected files.
    public void add(Collected collected) {
        roots.add(collected);
        if (collected.host() != null) {
            names.state(collected.host());
        }
    }

    /// Files that follow are members of this archive: `!` behind its name parts them from it.
    public void archive(String file) {
        roots.archive(file);
    }

    /// A file of a kind that came and could not be read.
    ///
    /// @param reason one sentence
    public void unreadable(String file, Kind kind, String reason) {
        unread.add(new UnreadFile(file, kind, new Absence(Coverage.Status.UNREADABLE, reason, "")));
    }

    private void named(String file, String server) {
        if (!server.isEmpty()) {
            names.add(file, server);
        }
    }

    private String server(String file, String told) {
        return told.isEmpty() ? names.of(file) : names.known(file, told);
    }

    public HuntResult finish() {
        var found = Once.of(Repeats.joined(crowd.kept()
                .map(f -> f.on(server(f.place().file(), f.server())))
                .sorted(ORDER)
                .toList()));
        var servers = servers();
        found.forEach(finding -> servers.computeIfAbsent(finding.server(), ServerCoverage::new));
        var timeline = new ArrayList<Step>();
        var coverage = new ArrayList<Coverage>();
        var hunted = new ArrayList<Hunted>();
        var byServer = found.stream().collect(Collectors.groupingBy(Finding::server));
        int offset = 0;
        for (var server : servers.values()) {
            var own = byServer.getOrDefault(server.server(), List.of());
            var links = new Links(own);
            timeline.addAll(new Timeline(own, links, offset).steps());
            coverage.addAll(server.coverage(campaigns, rules));
            hunted.addAll(new ServerVerdict(server, own, links, rules).verdicts(campaigns));
            offset += own.size();
        }
        return new HuntResult(found, timeline, coverage, hunted, crowd.unlisted());
    }

    private Map<String, ServerCoverage> servers() {
        var servers = new TreeMap<String, ServerCoverage>();
        var delivered = new HashSet<String>();
        for (var file : files) {
            var name = server(file.file(), file.seen().server());
            var collected = roots.around(file.file());
            collected.map(Collected::root).ifPresent(delivered::add);
            servers.computeIfAbsent(name, ServerCoverage::new)
                    .add(
                            file.file(),
                            file.seen(),
                            collected.map(Collected::collector).orElse(null));
        }
        for (var file : unread) {
            servers.computeIfAbsent(names.of(file.file()), ServerCoverage::new).absent(file.kind(), file.absence());
        }
        var holders = holders();
        for (var collected : roots.all()) {
            // A collection that only holds other ones is not a server's.
            if (collected.host() != null
                    || delivered.contains(collected.root())
                    || !holders.contains(collected.root())) {
                servers.computeIfAbsent(names.of(collected.root()), ServerCoverage::new)
                        .add(collected);
            }
        }
        return servers;
    }

    /// The roots of collections in which others stand.
    private Set<String> holders() {
        var holders = new HashSet<String>();
        for (var collected : roots.all()) {
            roots.around(parent(collected.root())).map(Collected::root).ifPresent(holders::add);
        }
        return holders;
    }

    private String parent(String root) {
        int last = root.length() - 1;
        while (last > 0 && !roots.isMark(root, last)) {
            last--;
        }
        return root.substring(0, Math.max(last, 0));
    }
}
