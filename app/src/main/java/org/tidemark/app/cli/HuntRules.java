// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tidemark.adapter.sigma.ReadRule;
import org.tidemark.adapter.sigma.SigmaReader;
import org.tidemark.adapter.sigma.Sources;
import org.tidemark.adapter.yara.YaraRules;
import org.tidemark.fault.ErrorCode;
import org.tidemark.fault.Problem;
import org.tidemark.fault.TidemarkException;
import org.tidemark.hunt.HuntRule;
import org.tidemark.run.Knowledge;

/// The rules of a hunt: those of the packs, and those of a user's own folders.
final class HuntRules {
    private static final long LARGEST = 4 << 20;

    private static final String CURE = "Correct the rule, or take it out of the folder.";

    private final SigmaReader reader = new SigmaReader(Sources.bundled());
    private final List<HuntRule> ready = new ArrayList<>();
    private final List<Problem> refused = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();
    private final TreeMap<String, Integer> elsewhere = new TreeMap<>();
    private final List<YaraRules.Source> yara = new ArrayList<>();
    private final List<Path> folders = new ArrayList<>();
    private int others;

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

    /// How many rules that are understood cannot be run here.
    int elsewhereCount() {
        return elsewhere.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// How many YAML files hold no rule: workflows, settings of converters.
    int others() {
        return others;
    }

    /// A word for people about rules of their folders that do not run; empty where all do.
    Optional<String> hint() {
        int still = elsewhereCount() + refused.size();
        if (still == 0) {
            return Optional.empty();
        }
        var where = folders.stream().map(Path::toString).collect(Collectors.joining(" "));
        return Optional.of((still == 1 ? "One rule does" : still + " rules do") + " not run here. `tidemark rules lint "
                + where + "` says why.");
    }

    /// @throws TidemarkException where a rule of a pack cannot be run
    void addPacks(Knowledge knowledge) {
        for (var family : knowledge.families()) {
            for (var text : family.hunts().get()) {
                var all = reader.read(text.text(), text.campaign());
                if (all.isEmpty()) {
                    throw fault(text.file(), "", "there is none in the file");
                }
                for (var read : all) {
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

    /// The rules for whole files, to be closed by who asks; empty where there are none, or nothing to run them by.
    /// Those that are wrong are among the refused from then on.
    Optional<YaraRules> wholeFiles() {
        if (yara.isEmpty()) {
            return Optional.empty();
        }
        if (!YaraRules.isInstalled()) {
            elsewhere.put("libyara, which is not installed", yara.size());
            return Optional.empty();
        }
        return Optional.of(YaraRules.of(yara, refused::add));
    }

    /// Adds every file of Sigma and of YARA rules below a folder.
    void addFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw TidemarkException.user("There is no folder " + folder + " to read rules from.");
        }
        folders.add(folder);
        var texts = new LinkedHashMap<Path, String>();
        for (var file : listed(folder)) {
            var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
            if (name.endsWith(".yml") || name.endsWith(".yaml")) {
                files.add(file);
                text(file).ifPresent(text -> texts.put(file, text));
            } else if (name.endsWith(".yar") || name.endsWith(".yara")) {
                files.add(file);
                bytes(file).ifPresent(text -> yara.add(YaraRules.Source.of(file.toString(), text)));
            }
        }
        // Filters change rules of other files, so all of them come first.
        var filters = texts.values().stream()
                .filter(text -> text.contains("filter:"))
                .flatMap(text -> SigmaReader.filters(text).stream())
                .toList();
        var narrowed = reader.narrowedBy(filters);
        texts.forEach((file, text) -> add(narrowed, file, text));
    }

    /// The files below a folder in the order of their names. A part that cannot be listed is a problem.
    private List<Path> listed(Path folder) {
        var found = new ArrayList<Path>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (Files.isRegularFile(file)) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    refused.add(Problem.in(
                            file.toString(), "The rules in this place cannot be listed.", "Check who may read it."));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new TidemarkException(ErrorCode.EXTERNAL, "The folder " + folder + " cannot be listed.", e);
        }
        found.sort(null);
        return found;
    }

    private Optional<String> text(Path file) {
        return bytes(file).flatMap(bytes -> {
            try {
                return Optional.of(StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString());
            } catch (CharacterCodingException e) {
                unreadable(file);
                return Optional.empty();
            }
        });
    }

    private Optional<byte[]> bytes(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                refused.add(Problem.in(file.toString(), "This is too large for a rule.", "Take it out of the folder."));
                return Optional.empty();
            }
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            unreadable(file);
            return Optional.empty();
        }
    }

    private void unreadable(Path file) {
        refused.add(Problem.in(file.toString(), "This rule cannot be read.", "Check that it is UTF-8 and readable."));
    }

    private void add(SigmaReader reader, Path file, String text) {
        var all = reader.read(text, null);
        if (all.isEmpty() && SigmaReader.filters(text).isEmpty()) {
            others++;
        }
        for (var read : all) {
            switch (read) {
                case ReadRule.Ready(var rule) -> ready.add(rule);
                case ReadRule.Elsewhere other -> elsewhere.merge(other.why(), 1, Integer::sum);
                case ReadRule.Refused bad -> refused.add(Problem.in(file.toString(), bad.cause(), CURE));
            }
        }
    }
}
