// SPDX-License-Identifier: Apache-2.0
package org.tidemark.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Branch;
import org.tidemark.advisory.Build;
import org.tidemark.advisory.CveId;
import org.tidemark.advisory.Product;
import org.tidemark.advisory.Verdict;

/// Gathers servers by what they run. Its size grows with the builds in use and not with the servers.
public final class InstalledBuilds implements Consumer<Exposed> {
    private static final int MOST_REMEMBERED = 20_000;

    private final String family;
    private final List<CveId> cves;
    private final Map<Key, Group> groups = new HashMap<>();
    /// By identity: servers with the same evidence share one list, and there are few of those.
    private final IdentityHashMap<List<Flaw>, Picked> picked = new IdentityHashMap<>();

    /// What makes one entry: the build, and the verdicts that the evidence beside it led to.
    private record Key(String product, @Nullable Build build, List<Verdict.Kind> verdicts) {}

    /// Those flaws of a server that count here.
    private record Picked(List<Flaw> flaws, List<Verdict.Kind> verdicts) {}

    private static final class Group {
        private final @Nullable Product product;
        private final @Nullable Branch branch;
        private final List<Flaw> flaws;
        private long servers;

        Group(Exposed first, List<Flaw> flaws) {
            var subject = first.latest().subject();
            this.product = first.latest().product();
            this.branch = subject == null ? null : subject.knownBranch().orElse(null);
            this.flaws = flaws;
        }
    }

    /// @param family the pack whose servers count
    /// @param cves the flaws whose verdicts tell entries apart
    public InstalledBuilds(String family, Collection<CveId> cves) {
        this.family = family;
        this.cves = List.copyOf(cves);
    }

    @Override
    public void accept(Exposed exposed) {
        if (!family.equals(exposed.latest().family())) {
            return;
        }
        if (picked.size() > MOST_REMEMBERED) {
            picked.clear();
        }
        var mine = picked.computeIfAbsent(exposed.flaws(), this::pick);
        var product = exposed.latest().product();
        var key = new Key(product == null ? "" : product.id(), exposed.latest().build(), mine.verdicts());
        groups.computeIfAbsent(key, _ -> new Group(exposed, mine.flaws())).servers++;
    }

    private Picked pick(List<Flaw> all) {
        var flaws = all.stream().filter(flaw -> cves.contains(flaw.cve())).toList();
        return new Picked(flaws, flaws.stream().map(Flaw::verdict).toList());
    }

    /// Everything that is installed, by product and build.
    public List<Installed> all() {
        var keys = groups.keySet().stream()
                .sorted(Comparator.comparingInt(this::order)
                        .thenComparing(Key::product)
                        .thenComparing(Key::build, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(key -> key.verdicts().toString()))
                .toList();
        var variants = keys.stream().collect(Collectors.groupingBy(InstalledBuilds::what, Collectors.counting()));
        var given = new HashMap<List<Object>, Integer>();
        var all = new ArrayList<Installed>();
        for (var key : keys) {
            int number = given.merge(what(key), 1, Integer::sum);
            var group = groups.get(key);
            if (group != null) {
                all.add(new Installed(
                        group.product,
                        group.branch,
                        key.build(),
                        variants.getOrDefault(what(key), 0L) > 1 ? number : 0,
                        group.flaws,
                        group.servers));
            }
        }
        return all;
    }

    private int order(Key key) {
        var group = groups.get(key);
        return group == null || group.product == null ? -1 : group.product.order();
    }

    private static List<Object> what(Key key) {
        return List.of(key.product(), key.build() == null ? "" : key.build());
    }
}
