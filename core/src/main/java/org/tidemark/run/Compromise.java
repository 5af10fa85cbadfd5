// SPDX-License-Identifier: Apache-2.0
package org.tidemark.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.asset.Server;
import org.tidemark.hunt.Stage;

/// What hunts said of servers, joined to servers that were seen otherwise.
///
/// A later hunt that finds nothing takes nothing back: it may have had less to look at. So the highest grade of a
/// campaign stands, and of equal ones the latest.
///
/// A hunt knows a server by the name that its evidence gives. That is the server of this name or host name; a
/// short and a
/// full name are one where no second server, hunted or seen, could be meant.
public final class Compromise {
    private static final Comparator<StoredHunt> WORSE =
            Comparator.comparing(StoredHunt::verdict).thenComparing(StoredHunt::at);

    /// By the folded name and campaign.
    private final Map<String, Map<String, StoredHunt>> worst = new TreeMap<>();
    private final Map<String, Set<String>> shortNames = new HashMap<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private final Set<String> joined = new LinkedHashSet<>();

    public Compromise(Collection<StoredHunt> hunts) {
        for (var hunt : hunts) {
            var name = fold(hunt.server());
            worst.computeIfAbsent(name, _ -> new TreeMap<>())
                    .merge(
                            Objects.requireNonNullElse(hunt.campaign(), ""),
                            hunt,
                            (a, b) -> WORSE.compare(a, b) >= 0 ? a : b);
            shortNames.computeIfAbsent(label(name), _ -> new LinkedHashSet<>()).add(name);
        }
    }

    /// What hunts said, joined to the servers of a store.
    public static Compromise of(Store store) {
        var compromise = new Compromise(store.hunts());
        if (!compromise.isEmpty()) {
            store.servers(server -> compromise.seen(server.latest().server()));
        }
        return compromise;
    }

    public boolean isEmpty() {
        return worst.isEmpty();
    }

    /// Takes in a server that was seen, before any is asked for.
    public void seen(Server server) {
        var all = new LinkedHashSet<String>();
        for (var name : names(server)) {
            all.add(name);
            all.add(label(name));
        }
        all.forEach(name -> seen.merge(name, 1, Integer::sum));
    }

    /// What hunts said of a server, campaign by campaign; nothing where none was of it.
    public List<StoredHunt> of(Server server) {
        for (var name : names(server)) {
            var hunted = hunted(name);
            if (hunted != null && seen.getOrDefault(hunted, 1) <= 1 && seen.getOrDefault(name, 1) <= 1) {
                joined.add(hunted);
                return List.copyOf(worst.getOrDefault(hunted, Map.of()).values());
            }
        }
        return List.of();
    }

    /// The hunted name that a name of a server stands for; null where there is none, or several.
    private @Nullable String hunted(String name) {
        if (worst.containsKey(name)) {
            return name;
        }
        var others = shortNames.getOrDefault(label(name), Set.of()).stream()
                .filter(other -> (other.indexOf('.') < 0) != (name.indexOf('.') < 0))
                .toList();
        return others.size() == 1
                        && shortNames.getOrDefault(label(name), Set.of()).size() == 1
                ? others.getFirst()
                : null;
    }

    /// Hunts of servers that none of those asked for is, by their names.
    public Map<String, List<StoredHunt>> others() {
        var others = new LinkedHashMap<String, List<StoredHunt>>();
        worst.forEach((name, hunts) -> {
            if (!joined.contains(name)) {
                var own = List.copyOf(hunts.values());
                others.put(own.getFirst().server(), own);
            }
        });
        return others;
    }

    /// The highest grade of hunts.
    public static Stage highest(Collection<StoredHunt> hunts) {
        return hunts.stream()
                .map(StoredHunt::verdict)
                .max(Comparator.naturalOrder())
                .orElse(Stage.NOT_ASSESSABLE);
    }

    private static List<String> names(Server server) {
        var names = new ArrayList<String>();
        for (var name : new String[] {server.name(), server.host(), server.ip()}) {
            if (name != null && !name.isEmpty() && !names.contains(fold(name))) {
                names.add(fold(name));
            }
        }
        return names;
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /// The first label; an address is its own.
    private static String label(String name) {
        int point = name.indexOf('.');
        return point <= 0 || name.chars().noneMatch(c -> c >= 'a' && c <= 'z') ? name : name.substring(0, point);
    }
}
