// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.owners;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;
import org.tidemark.adapter.BadRecord;
import org.tidemark.fault.Outcome;
import org.tidemark.fault.Problem;
import org.tidemark.notify.OwnerRow;

/// A list of owners in YAML: an entry for each row of the table, with the same names; a value, or a list of them.
final class OwnerYaml {
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new FailsafeSchema())
            .setMaxAliasesForCollections(0)
            .setCodePointLimit(OwnerFile.MEBIBYTES << 20)
            .build();

    private final String file;
    private final String name;
    private final List<OwnerRow> rows = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private OwnerYaml(String file, String name) {
        this.file = file;
        this.name = name;
    }

    static Outcome<OwnerRow> read(byte[] bytes, String file, String name) {
        var yaml = new OwnerYaml(file, name);
        try {
            yaml.list(new Compose(SETTINGS)
                    .composeString(new String(bytes, StandardCharsets.UTF_8))
                    .orElse(null));
        } catch (MarkedYamlEngineException e) {
            long line = e.getProblemMark().map(mark -> mark.getLine() + 1L).orElse(1L);
            yaml.problem(line, "The file is no YAML: " + e.getProblem() + ".", "Check indents, quotes and colons.");
        } catch (YamlEngineException | StackOverflowError e) {
            // The parser goes down one call for each level, and a hostile file can have any number of them.
            yaml.problem(1, "The file is no YAML that can be read.", "Check indents, quotes and colons.");
        }
        return new Outcome<>(yaml.rows, yaml.problems);
    }

    private void problem(long line, String cause, String cure) {
        problems.add(new Problem(new Problem.Place(file, line, null, null), cause, cure));
    }

    private void list(@Nullable Node root) {
        if (!(root instanceof SequenceNode list)) {
            problem(1, "This is no list of owners.", "Begin each entry with `- owner: NAME`.");
            return;
        }
        for (var entry : list.getValue()) {
            try {
                var values = values(entry);
                rows.add(RowText.read(column -> values.getOrDefault(column, List.of()), name, line(entry)));
            } catch (BadRecord e) {
                problem(line(entry), e.cause(), e.cure());
            }
        }
    }

    private static Map<String, List<String>> values(Node entry) throws BadRecord {
        if (!(entry instanceof MappingNode keys)) {
            throw new BadRecord("Here must stand keys with values.", "Write `- owner: NAME`, and below it the others.");
        }
        var values = new LinkedHashMap<String, List<String>>();
        for (var tuple : keys.getValue()) {
            var key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            var column = key.toLowerCase(Locale.ROOT);
            if (!RowText.COLUMNS.contains(column)) {
                throw new BadRecord(
                        "The key '" + key + "' is unknown.",
                        "The keys are " + String.join(", ", RowText.COLUMNS) + "; nothing of this entry is used.");
            }
            if (values.put(column, texts(tuple.getValueNode())) != null) {
                throw new BadRecord("The key '" + key + "' is there twice.", "Take one of them out.");
            }
        }
        return values;
    }

    private static List<String> texts(Node value) throws BadRecord {
        var nodes = value instanceof SequenceNode list ? list.getValue() : List.of(value);
        var texts = new ArrayList<String>();
        for (var node : nodes) {
            if (!(node instanceof ScalarNode scalar)) {
                throw new BadRecord("A value holds keys of its own.", "Write one value, or a list of them.");
            }
            if (!scalar.getValue().isBlank()) {
                texts.add(scalar.getValue().strip());
            }
        }
        return texts;
    }

    private static long line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1L).orElse(1L);
    }
}
