// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.adapter.sigma.ReadRule;
import org.tidemark.adapter.sigma.SigmaReader;
import org.tidemark.adapter.sigma.Sources;
import org.tidemark.fault.Problem;
import org.tidemark.fault.TidemarkException;
import org.tidemark.hunt.HuntFacts;
import org.tidemark.hunt.HuntRule;
import org.tidemark.hunt.Kind;
import org.tidemark.run.RuleText;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `tidemark rules …`: the hunt rules, and whether they do what they say.
public final class RulesCommand {
    private RulesCommand() {}

    static CommandLine tree(Invocation invocation, Packs packs) {
        var tree = new CommandLine(new Listing(invocation, packs));
        tree.addSubcommand(new Showing(invocation, packs));
        tree.addSubcommand(new Trial(invocation, packs));
        tree.addSubcommand(new Lint(invocation, packs));
        return tree;
    }

    @Command(name = "rules", description = "List the hunt rules of the loaded packs.")
    static final class Listing extends PackCommand {
        Listing(Invocation invocation, Packs packs) {
            super(invocation, packs);
        }

        @Override
        int answer(Answer answer) {
            var knowledge = answer.knowledge();
            var rules = new HuntRules();
            rules.addPacks(knowledge);
            var table = new Table("RULE", "CAMPAIGN", "LEVEL", "READS", "TITLE");
            for (var rule : rules.ready()) {
                answer.row(row(rule));
                table.row(
                        Terminal.Ink.STRONG,
                        rule.id(),
                        rule.campaign() == null ? "-" : rule.campaign(),
                        rule.level().spelling(),
                        String.join(" ", kinds(rule)),
                        rule.title());
            }
            if (answer.forPeople()) {
                table.print(answer.people(), answer.terminal(), -1);
            }
            return answer.finish(Row.of("summary").put("rules", rules.ready().size()));
        }

        private static List<String> kinds(HuntRule rule) {
            return rule.kinds().stream().map(Kind::id).sorted().toList();
        }

        static Row row(HuntRule rule) {
            return Row.of("rule")
                    .put("id", rule.id())
                    .put("title", rule.title())
                    .put("level", rule.level().spelling())
                    .put("stage", rule.stage() == null ? null : rule.stage().name())
                    .put("campaign", rule.campaign())
                    .put("cves", rule.cves())
                    .put("kinds", kinds(rule))
                    .put("why", rule.why())
                    .put("falsePositives", rule.falsePositives());
        }
    }

    @Command(
            name = "show",
            description = "Show a rule of the loaded packs as it is written, and the evidence that it is tried on.")
    static final class Showing extends PackCommand {
        @Parameters(paramLabel = "RULE", description = "The rule's id, as the list and findings name it.")
        String id = "";

        Showing(Invocation invocation, Packs packs) {
            super(invocation, packs);
        }

        @Override
        int answer(Answer answer) {
            var reader = new SigmaReader(Sources.bundled());
            for (var family : answer.knowledge().families()) {
                for (var text : family.hunts().get()) {
                    for (var read : reader.read(text.text(), text.campaign())) {
                        if (read instanceof ReadRule.Ready(var rule)
                                && rule.id().equals(id)) {
                            show(answer, text, rule);
                            return answer.finish(Row.of("summary").put("rules", 1));
                        }
                    }
                }
            }
            throw TidemarkException.user(
                    "No loaded pack has a rule " + Terminal.safe(id) + "; `tidemark rules` lists them with their ids.");
        }

        private static void show(Answer answer, RuleText text, HuntRule rule) {
            answer.row(Listing.row(rule)
                    .put("file", text.file())
                    .put("text", text.text())
                    .put(
                            "examples",
                            text.examples().stream().map(RuleText.Example::file).toList()));
            if (!answer.forPeople()) {
                return;
            }
            answer.people().println("# " + Terminal.safe(text.file()));
            text.text().lines().map(Terminal::safe).forEach(answer.people()::println);
            for (var example : text.examples()) {
                answer.people()
                        .println((example.hit() ? "# must hit:  " : "# must miss: ") + Terminal.safe(example.file()));
            }
        }
    }

    @Command(
            name = "test",
            description =
                    "Try every rule of the loaded packs on the evidence beside it that it must hit and must miss.")
    static final class Trial extends PackCommand {
        Trial(Invocation invocation, Packs packs) {
            super(invocation, packs);
        }

        @Override
        int answer(Answer answer) {
            var knowledge = answer.knowledge();
            var reader = new SigmaReader(Sources.bundled());
            int tried = 0;
            int failed = 0;
            for (var family : knowledge.families()) {
                var facts = family.facts().get();
                for (var text : family.hunts().get()) {
                    var faults = faults(reader, text, facts);
                    tried++;
                    failed += faults.isEmpty() ? 0 : 1;
                    answer.row(Row.of("tried").put("file", text.file()).put("faults", faults));
                    if (answer.forPeople()) {
                        faults.forEach(fault -> answer.people().println(Terminal.safe(text.file() + ": " + fault)));
                    }
                }
            }
            if (failed > 0) {
                answer.found();
            }
            if (answer.forPeople()) {
                answer.people().println(tried + " rules tried, " + failed + " with faults");
            }
            return answer.finish(Row.of("summary").put("tried", tried).put("failed", failed));
        }

        /// What is wrong with a rule, by its examples or in itself.
        static List<String> faults(SigmaReader reader, RuleText text, HuntFacts facts) {
            var faults = new ArrayList<String>();
            var all = reader.read(text.text(), text.campaign());
            if (all.isEmpty()) {
                faults.add("There is no rule in the file.");
            }
            for (var read : all) {
                switch (read) {
                    case ReadRule.Ready(var rule) -> faults.addAll(new RuleTrial(rule, facts).faults(text.examples()));
                    case ReadRule.Elsewhere other -> faults.add("It cannot run here: it needs " + other.why() + ".");
                    case ReadRule.Refused bad -> faults.add(bad.cause());
                }
            }
            return faults;
        }
    }

    @Command(
            name = "lint",
            description = "Say of the Sigma and YARA rules in folders which run here, which do not, and why.")
    static final class Lint extends PackCommand {
        @Parameters(paramLabel = "DIR", arity = "1..*", description = "Folders of rules.")
        List<Path> folders = new ArrayList<>();

        Lint(Invocation invocation, Packs packs) {
            super(invocation, packs);
        }

        @Override
        int answer(Answer answer) {
            var rules = new HuntRules();
            folders.forEach(rules::addFolder);
            int yara = 0;
            try (var whole = rules.wholeFiles().orElse(null)) {
                yara = whole == null ? 0 : whole.count();
            }
            for (Problem refused : rules.refused()) {
                answer.problem(refused);
            }
            var elsewhere = new LinkedHashMap<String, Integer>();
            rules.elsewhere().entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .forEach(entry -> elsewhere.put(entry.getKey(), entry.getValue()));
            if (answer.forPeople()) {
                answer.people()
                        .println(
                                rules.ready().size() + yara + " rules run here, " + rules.elsewhereCount() + " do not, "
                                        + rules.refused().size() + " are not understood"
                                        + (rules.others() == 0 ? "" : "; files without a rule: " + rules.others()));
                var table = new Table("RULES", "NEED");
                elsewhere.forEach((why, many) -> table.row(Terminal.Ink.STRONG, many.toString(), why));
                if (!table.isEmpty()) {
                    table.print(answer.people(), answer.terminal(), -1);
                }
            }
            return answer.finish(Row.of("summary")
                    .put("rules", rules.ready().size())
                    .put("rulesYara", yara)
                    .put("rulesElsewhere", elsewhere)
                    .put("filesWithoutRule", rules.others()));
        }
    }
}
