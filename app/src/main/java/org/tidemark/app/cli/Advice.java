// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tidemark.hunt.Finding;
import org.tidemark.hunt.Hunted;
import org.tidemark.hunt.Playbook;
import org.tidemark.hunt.Stage;
import org.tidemark.run.Knowledge;

/// What to do about what a hunt found: the playbooks of the packs.
final class Advice {
    private final Map<String, Playbook> playbooks = new HashMap<>();
    private Playbook general = Playbook.EMPTY;

    private Advice() {}

    /// The playbooks of all packs. Steps for every campaign of a pack stand in each of them.
    static Advice of(Knowledge knowledge) {
        var advice = new Advice();
        for (var family : knowledge.families()) {
            var read = family.playbooks().get();
            var own = read.getOrDefault("", Playbook.EMPTY);
            advice.general = advice.general.with(own);
            family.catalogue()
                    .campaigns()
                    .forEach(
                            campaign -> advice.playbooks.put(campaign.name(), read.getOrDefault(campaign.name(), own)));
        }
        return advice;
    }

    private Playbook playbook(Hunted hunted) {
        return playbooks.getOrDefault(Objects.requireNonNullElse(hunted.campaign(), ""), general);
    }

    /// What to do about one verdict, in order; nothing where nobody even tried.
    List<Playbook.Step> about(Hunted hunted) {
        return hunted.verdict().compareTo(Stage.ATTEMPTED) < 0
                ? List.of()
                : playbook(hunted).about(hunted.verdict());
    }

    /// What to do about a server: of all its campaigns, phase by phase, each step once.
    ///
    /// @param findings of the server; what their rules say to do belongs to looking closer
    Map<Playbook.Phase, List<String>> about(List<Hunted> verdicts, List<Finding> findings) {
        var all = Playbook.EMPTY;
        for (var hunted : verdicts) {
            all = all.with(new Playbook(about(hunted)));
        }
        var phases = new LinkedHashMap<Playbook.Phase, Set<String>>();
        for (var step : all.steps()) {
            phases.computeIfAbsent(step.phase(), _ -> new java.util.LinkedHashSet<>())
                    .add(step.text());
        }
        var closer = phases.get(Playbook.Phase.LOOK_CLOSER);
        if (closer != null) {
            findings.stream()
                    .filter(f -> f.stage() != null && f.stage().compareTo(Stage.ATTEMPTED) >= 0)
                    .map(f -> f.rule().next())
                    .filter(text -> !text.isEmpty())
                    .forEach(closer::add);
        }
        var ordered = new LinkedHashMap<Playbook.Phase, List<String>>();
        phases.forEach((phase, steps) -> ordered.put(phase, new ArrayList<>(steps)));
        return ordered;
    }
}
