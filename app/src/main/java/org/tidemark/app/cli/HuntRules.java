// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tidemark.adapter.sigma.ReadRule;
import org.tidemark.adapter.sigma.SigmaReader;
import org.tidemark.adapter.sigma.Sources;
import org.tidemark.fault.ErrorCode;
import org.tidemark.fault.Problem;
import org.tidemark.fault.TidemarkException;
import org.tidemark.hunt.HuntRule;
import org.tidemark.run.Knowledge;

/// The rules of a hunt: those of the packs, and those of a user's own folders.
final class HuntRules {
    private static final long LARGEST = 1 << 20;

    private final SigmaReader reader = new SigmaReader(Sources.bundled());
    private final List<HuntRule> ready = new ArrayList<>();
    private final List<Problem> refused = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();
    private final TreeMap<String, Integer> elsewhere = new TreeMap<>();

    /// All rules that can be run, in order.
    List<HuntRule> ready() {
        return ready;
    }

    /// The files of a user's own rules.
    List<Path> files() {
        return files;
    }

    /// Rules that are not understood.
    List<Problem> refused() {
        return refused;
    }

    /// Why rules that are understood cannot be run here, and how many for each reason.
    Map<String, Integer> elsewhere() {
        return elsewhere;
    }

    /// @throws TidemarkException where a rule of a pack cannot be run
    void addPacks(Knowledge knowledge) {
        for (var family : knowledge.families()) {
            for (var text : family.hunts().get()) {
                for (var read : reader.read(text.text(), text.campaign())) {
                    switch (read) {
                        case ReadRule.Ready(var rule) -> ready.add(rule);
                        case ReadRule.Elsewhere(var id, var why) -> throw fault(text.file(), id, "needs " + why);
                        case ReadRule.Refused(var id, var cause) -> throw fault(text.file(), id, cause);
                    }
                }
            }
        }
    }

    private static TidemarkException fault(String file, String id, String cause) {
        return new TidemarkException(ErrorCode.PACK, file + ": the rule " + id + " cannot be run: " + cause);
    }

    /// Adds every `.yml` and `.yaml` file below a folder, and counts the files of YARA rules, which do not run
    /// here.
    void addFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw TidemarkException.user("There is no folder " + folder + " to read rules from.");
        }
        try (var files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).sorted().forEach(this::add);
        } catch (IOException e) {
            throw new TidemarkException(ErrorCode.EXTERNAL, "The folder " + folder + " cannot be listed.", e);
        }
    }

    private void add(Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".yml") || name.endsWith(".yaml")) {
            addFile(file);
        } else if (name.endsWith(".yar") || name.endsWith(".yara")) {
            elsewhere.merge("a scanner for YARA rules", 1, Integer::sum);
        }
    }

    private void addFile(Path file) {
        files.add(file);
        try {
            if (Files.size(file) > LARGEST) {
                refused.add(Problem.in(file.toString(), "This is too large for a rule.", "Take it out of the folder."));
                return;
            }
            for (var read : reader.read(Files.readString(file), null)) {
                switch (read) {
                    case ReadRule.Ready(var rule) -> ready.add(rule);
                    case ReadRule.Elsewhere other -> elsewhere.merge(other.why(), 1, Integer::sum);
                    case ReadRule.Refused bad ->
                        refused.add(Problem.in(
                                file.toString(), bad.cause(), "Correct the rule, or take it out of the folder."));
                }
            }
        } catch (IOException e) {
            refused.add(
                    Problem.in(file.toString(), "This rule cannot be read.", "Check that it is UTF-8 and readable."));
        }
    }
}
