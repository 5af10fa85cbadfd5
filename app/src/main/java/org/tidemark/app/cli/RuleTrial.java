// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.tidemark.adapter.EvidenceReader;
import org.tidemark.adapter.Input;
import org.tidemark.adapter.Limits;
import org.tidemark.adapter.registry.EvidenceFormats;
import org.tidemark.hunt.HuntFacts;
import org.tidemark.hunt.HuntRule;
import org.tidemark.hunt.Hunter;
import org.tidemark.run.RuleText;

/// Tries a rule on its examples, by the same readers and the same judgement as a hunt.
final class RuleTrial {
    private final HuntRule rule;
    private final HuntFacts facts;

    RuleTrial(HuntRule rule, HuntFacts facts) {
        this.rule = rule;
        this.facts = facts;
    }

    /// What is wrong with the rule by these examples, one sentence each; none where all is right.
    List<String> faults(List<RuleText.Example> examples) {
        var faults = new ArrayList<String>();
        for (var side : List.of(true, false)) {
            if (examples.stream().noneMatch(example -> example.hit() == side)) {
                faults.add("There is no example that it must " + (side ? "hit." : "miss."));
            }
        }
        for (var example : examples) {
            var taken = read(example);
            if (taken.records() == 0) {
                faults.add(example.file() + ": no reader knows a record in it.");
            } else if (example.hit() && taken.findings().isEmpty()) {
                faults.add(example.file() + ": the rule does not hit.");
            } else if (example.hit() && isOfRows(example) && taken.findings().size() < taken.records()) {
                faults.add(example.file() + ": the rule hits "
                        + taken.findings().size() + " of " + taken.records() + " records.");
            } else if (!example.hit() && !taken.findings().isEmpty()) {
                faults.add(example.file() + ":"
                        + taken.findings().getFirst().place().line() + ": the rule hits.");
            }
        }
        return faults;
    }

    /// Whether each record stands for itself; a settings file has others around the one that matters.
    private static boolean isOfRows(RuleText.Example example) {
        return example.path().endsWith(".log") || example.path().endsWith(".jsonl");
    }

    private Hits read(RuleText.Example example) {
        var taken = new Hits(new Hunter(List.of(rule), facts));
        var bytes = example.content().getBytes(StandardCharsets.ISO_8859_1);
        new EvidenceReader(EvidenceFormats.ALL, Limits.DEFAULT, taken)
                .read(Input.stream(example.path(), new ByteArrayInputStream(bytes)));
        return taken;
    }
}
