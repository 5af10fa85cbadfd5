// SPDX-License-Identifier: Apache-2.0
package org.tidemark.run;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.tidemark.advisory.Assessor;
import org.tidemark.advisory.Catalogue;
import org.tidemark.advisory.Pack;
import org.tidemark.advisory.Subject;
import org.tidemark.advisory.SubjectReader;
import org.tidemark.exposure.FamilyIdentifier;
import org.tidemark.exposure.Fingerprints;
import org.tidemark.exposure.Identifier;
import org.tidemark.exposure.ServerAssessor;
import org.tidemark.hunt.HuntFacts;
import org.tidemark.hunt.Playbook;
import org.tidemark.plan.Planner;
import org.tidemark.plan.UpgradeFacts;
import org.tidemark.track.Judge;
import org.tidemark.track.Judges;

/// The knowledge packs that are loaded, each ready to be asked.
///
/// @param families the packs in a fixed order
public record Knowledge(List<Family> families) {

    /// One pack.
    public record Family(
            Catalogue catalogue,
            Fingerprints fingerprints,
            SubjectReader subjects,
            Assessor assessor,
            Planner planner,
            Supplier<List<RuleText>> hunts,
            Supplier<Map<String, Playbook>> playbooks,
            Supplier<HuntFacts> facts,
            Supplier<List<ScenarioText>> scenarios) {
        public static Family of(Catalogue catalogue, Fingerprints fingerprints, UpgradeFacts upgrades) {
            return of(catalogue, fingerprints, upgrades, List::of, Map::of, () -> HuntFacts.NONE, List::of);
        }

        /// @param hunts the pack's hunt rules; asked when a hunt begins
        /// @param playbooks what to do, by campaign; under the empty name for every campaign
        /// @param facts what its rules may know beside the record; asked when a hunt begins
        /// @param scenarios what a simulated population may live through; asked when a simulation begins
        public static Family of(
                Catalogue catalogue,
                Fingerprints fingerprints,
                UpgradeFacts upgrades,
                Supplier<List<RuleText>> hunts,
                Supplier<Map<String, Playbook>> playbooks,
                Supplier<HuntFacts> facts,
                Supplier<List<ScenarioText>> scenarios) {
            var assessor = new Assessor(catalogue);
            return new Family(
                    catalogue,
                    fingerprints,
                    new SubjectReader(catalogue),
                    assessor,
                    new Planner(catalogue, assessor, upgrades),
                    hunts,
                    playbooks,
                    facts,
                    scenarios);
        }
    }

    /// A pack and what it takes a text for.
    public record Recognised(Family family, Subject subject) {}

    public Knowledge {
        families = List.copyOf(families);
    }

    public List<Pack> packs() {
        return families.stream().map(family -> family.catalogue().pack()).toList();
    }

    /// What the packs know that hunt rules may ask for beside the record.
    public HuntFacts huntFacts() {
        return HuntFacts.all(
                families.stream().map(family -> family.facts().get()).toList());
    }

    /// What turns sightings into observations by the fingerprints of all packs.
    public Identifier identifier() {
        return new Identifier(families.stream()
                .map(f -> new FamilyIdentifier(f.catalogue(), f.subjects(), f.fingerprints()))
                .toList());
    }

    /// What all packs make of a server over time.
    public Judges judges() {
        var judges = new LinkedHashMap<String, Judge>();
        for (var family : families) {
            var catalogue = family.catalogue();
            var flaws = catalogue.campaigns().stream()
                    .flatMap(campaign -> campaign.cves().stream())
                    .distinct()
                    .toList();
            judges.put(
                    catalogue.pack().id(),
                    new Judge(
                            catalogue,
                            family.subjects(),
                            new ServerAssessor(
                                    catalogue,
                                    family.subjects(),
                                    family.assessor(),
                                    flaws,
                                    catalogue.campaigns(),
                                    null,
                                    // Support is asked branch by branch, on a day of its own.
                                    LocalDate.EPOCH)));
        }
        return new Judges(judges);
    }

    /// The name of the campaign that has a place among all campaigns, as [#judges] order them.
    public String campaign(int place) {
        return families.stream()
                .flatMap(family -> family.catalogue().campaigns().stream())
                .skip(place)
                .findFirst()
                .orElseThrow()
                .name();
    }

    /// A text that is another one for other knowledge.
    public String basis() {
        return packs().stream()
                .map(pack -> pack.id() + " " + pack.version() + " " + pack.sha256())
                .collect(Collectors.joining(";"));
    }

    /// The pack of this id.
    public Optional<Family> family(String id) {
        return families.stream()
                .filter(family -> family.catalogue().pack().id().equals(id))
                .findFirst();
    }

    /// The first pack that knows a build or release of this spelling.
    public Optional<Recognised> recognise(String text) {
        for (var family : families) {
            var subject = family.subjects().read(text);
            if (subject.isPresent()) {
                return Optional.of(new Recognised(family, subject.get()));
            }
        }
        return Optional.empty();
    }
}
