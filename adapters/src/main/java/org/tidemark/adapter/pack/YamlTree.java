// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

/// A YAML file as a tree whose parts know their line. Every value is text: what it means, its reader says.
sealed interface YamlTree {
    String file();

    long line();

    record Text(Cell cell) implements YamlTree {
        @Override
        public String file() {
            return cell.file();
        }

        @Override
        public long line() {
            return cell.line();
        }
    }

    record Items(String file, long line, List<YamlTree> items) implements YamlTree {}

    record Keys(String file, long line, Map<String, YamlTree> entries) implements YamlTree {}

    /// Reads a file of the pack; null where there is none, or where it cannot be read, which has then been
    /// reported.
    static @Nullable YamlTree read(PackContent content, String name, Faults faults) {
        return content.syntax().tree(name, faults);
    }

    /// What [#read] does, on whatever thread.
    static @Nullable YamlTree parse(PackContent content, String name, Faults faults) {
        var text = content.text(name, faults);
        return text == null ? null : new Parser(content.display(name), faults).parse(text);
    }

    /// Reads a file that is a list; empty where there is none.
    static List<YamlTree> list(PackContent content, String name, Faults faults) {
        var tree = read(content, name, faults);
        if (tree instanceof Items list) {
            return list.items();
        }
        if (tree != null) {
            faults.at(tree.file(), tree.line(), "The file is no list.", "Begin each entry with `- ` at the left edge.");
        }
        return List.of();
    }

    final class Parser {
        private static final LoadSettings SETTINGS = LoadSettings.builder()
                .setSchema(new FailsafeSchema())
                .setCodePointLimit(PackContent.LARGEST_TEXT)
                .build();

        private final String file;
        private final Faults faults;
        private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

        private Parser(String file, Faults faults) {
            this.file = file;
            this.faults = faults;
        }

        private @Nullable YamlTree parse(String text) {
            try {
                var root = new Compose(SETTINGS).composeString(text);
                if (root.isEmpty()) {
                    faults.in(file, "The file is empty.", "Fill it, or take it out of the pack.");
                    return null;
                }
                return tree(root.get(), "");
            } catch (MarkedYamlEngineException e) {
                long line = e.getProblemMark().map(mark -> mark.getLine() + 1L).orElse(1L);
                faults.at(
                        file,
                        line,
                        "The file is no YAML: " + e.getProblem() + ".",
                        "Check indents, quotes and colons.");
            } catch (YamlEngineException e) {
                faults.in(file, "The file is no YAML: " + e.getMessage() + ".", "Check indents, quotes and colons.");
            } catch (StackOverflowError e) {
                // The parser goes down one call for each level, and a hostile file can have any number of them.
                faults.in(file, "The file is nested too deeply.", "Write it with fewer levels.");
            }
            return null;
        }

        private @Nullable YamlTree tree(Node node, String name) {
            long line = line(node);
            if (!seen.add(node)) {
                faults.at(
                        file,
                        line,
                        "An alias points here.",
                        "Write the value out where it is needed; packs use no aliases.");
                return null;
            }
            return switch (node) {
                case ScalarNode scalar -> new Text(Cell.of(file, line, name, scalar.getValue()));
                case SequenceNode sequence -> items(sequence, name, line);
                case MappingNode mapping -> keys(mapping, line);
                default -> throw new IllegalStateException("no such node in YAML: " + node.getNodeType());
            };
        }

        private Items items(SequenceNode sequence, String name, long line) {
            var items = new ArrayList<YamlTree>(sequence.getValue().size());
            for (var child : sequence.getValue()) {
                var item = tree(child, name);
                if (item != null) {
                    items.add(item);
                }
            }
            return new Items(file, line, items);
        }

        private Keys keys(MappingNode mapping, long line) {
            var entries = LinkedHashMap.<String, YamlTree>newLinkedHashMap(
                    mapping.getValue().size());
            for (var tuple : mapping.getValue()) {
                if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                    faults.at(file, line(tuple.getKeyNode()), "A key is no text.", "Write a word before the colon.");
                    continue;
                }
                var value = tree(tuple.getValueNode(), key.getValue());
                if (value != null && entries.put(key.getValue(), value) != null) {
                    faults.at(
                            file,
                            line(key),
                            "The key `" + key.getValue() + "` is there twice.",
                            "Take one of them out.");
                }
            }
            return new Keys(file, line, entries);
        }

        private static long line(Node node) {
            return node.getStartMark().map(mark -> mark.getLine() + 1L).orElse(1L);
        }
    }
}
