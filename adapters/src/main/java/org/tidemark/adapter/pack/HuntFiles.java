// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.tidemark.run.RuleText;

/// `hunts/<rule>/rule.yml` and `hit.*`, `miss.*` or folders `hit`, `miss` beside it, of the pack or of one of
/// its campaigns: the hunt rules as
/// they are written.
///
/// Only a hunt needs them, so they are read when it asks; what they say, the reader of their language knows.
public final class HuntFiles {
    static final String FOLDER = "hunts/";
    private static final Pattern RULE = Pattern.compile("(?:campaigns/([^/]+)/)?hunts/([^/]+)/rule\\.yml");
    private static final Pattern EXAMPLE = Pattern.compile("(hit|miss)(?:\\.[^/]+|/(.+))");

    private HuntFiles() {}

    /// The rules of a pack in the order of their names.
    public static List<RuleText> read(PackFiles files) {
        var rules = new ArrayList<RuleText>();
        try {
            for (var name : files.names().stream().sorted().toList()) {
                var found = RULE.matcher(name);
                if (found.matches()) {
                    rules.add(new RuleText(
                            files.display(name), found.group(1), text(files, name), () -> examples(files, name)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rules;
    }

    /// The files `hit.*` and `miss.*` beside a rule, and those below folders `hit/` and `miss/`, whose
    /// place is part of the evidence.
    private static List<RuleText.Example> examples(PackFiles files, String rule) {
        var folder = rule.substring(0, rule.lastIndexOf('/') + 1);
        var examples = new ArrayList<RuleText.Example>();
        try {
            for (var name : files.names().stream().sorted().toList()) {
                var side = name.startsWith(folder) ? EXAMPLE.matcher(name.substring(folder.length())) : null;
                if (side != null && side.matches()) {
                    var place = side.group(2) == null ? "-" : side.group(2);
                    examples.add(new RuleText.Example(
                            files.display(name), place, side.group(1).equals("hit"), bytes(files, name)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return examples;
    }

    private static String bytes(PackFiles files, String name) throws IOException {
        try (var in = files.open(name)) {
            return new String(in.readNBytes(PackContent.LARGEST_TEXT), StandardCharsets.ISO_8859_1);
        }
    }

    private static String text(PackFiles files, String name) throws IOException {
        try (var in = files.open(name)) {
            return new String(in.readNBytes(PackContent.LARGEST_TEXT), StandardCharsets.UTF_8);
        }
    }
}
