// SPDX-License-Identifier: Apache-2.0
package org.tidemark.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tidemark.advisory.Catalogue;
import org.tidemark.advisory.CveId;
import org.tidemark.export.Exposed;
import org.tidemark.export.Intrusion;
import org.tidemark.exposure.Flag;
import org.tidemark.exposure.Observation;
import org.tidemark.exposure.ServerAssessor;
import org.tidemark.hunt.Stage;

/// The servers of a store as they are told to others: judged by all of today's knowledge, and joined to what hunts and
/// feeds said of intruders. What is left out of counts is left out here too.
///
/// The same store and packs give the same servers in the same order, on any day.
public final class Exposures {
    private final Map<String, FlawReader> readers = new LinkedHashMap<>();
    private final Compromise compromise;

    /// @param flaws the flaws of a pack that are asked about
    /// @param compromise what hunts said, which has [seen][Compromise#seen] all servers
    public Exposures(
            Knowledge knowledge, Function<Catalogue, ? extends Collection<CveId>> flaws, Compromise compromise) {
        this.compromise = compromise;
        for (var family : knowledge.families()) {
            var catalogue = family.catalogue();
            var asked = flaws.apply(catalogue);
            // Support is not told, so the day by which it is judged does not matter; no clock gets in by it.
            var assessor = new ServerAssessor(
                    catalogue, family.subjects(), family.assessor(), asked, List.of(), null, LocalDate.EPOCH);
            readers.put(catalogue.pack().id(), new FlawReader(family.assessor(), assessor));
        }
    }

    /// A server of the store; empty where it is none of an owner's servers.
    public Optional<Exposed> of(StoredServer server) {
        var seen = server.latest();
        var family = seen.family();
        var reader = family == null || seen.excluded() ? null : readers.get(family);
        if (reader == null) {
            return Optional.empty();
        }
        return Optional.of(new Exposed(
                server.id(),
                server.firstSeen(),
                server.lastSeen(),
                server.sightings(),
                seen,
                reader.flaws(seen),
                intrusions(server)));
    }

    /// Servers that only hunts know, after all others were [asked for][#of].
    public List<Exposed> huntedOnly() {
        var others = new ArrayList<Exposed>();
        compromise
                .others()
                .forEach((name, hunts) -> others.add(Exposed.hunted(
                        name, hunts.stream().map(Exposures::intrusion).toList())));
        return others;
    }

    private List<Intrusion> intrusions(StoredServer server) {
        var all = new ArrayList<Intrusion>();
        var seen = server.latest();
        if (seen.flags().contains(Flag.COMPROMISED_TAG)) {
            all.add(tagged(seen, server));
        }
        compromise.of(seen.server()).forEach(hunt -> all.add(intrusion(hunt)));
        return all;
    }

    private static Intrusion tagged(Observation seen, StoredServer server) {
        var at = seen.seenAt() == null ? server.lastSeen() : seen.seenAt();
        return new Intrusion(
                null,
                Stage.IMPLANTED,
                Intrusion.By.FEED,
                "A feed reports that the server was found broken into.",
                at,
                null,
                null,
                List.of());
    }

    private static Intrusion intrusion(StoredHunt hunt) {
        return new Intrusion(
                hunt.campaign(),
                hunt.verdict(),
                Intrusion.By.HUNT,
                hunt.reason(),
                hunt.at(),
                hunt.first(),
                hunt.last(),
                hunt.actors());
    }
}
