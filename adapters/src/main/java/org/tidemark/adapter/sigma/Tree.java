// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.sigma;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// The parts of a YAML document, each taken as what it must be.
final class Tree {
    private static final int LARGEST = 1 << 20;
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setCodePointLimit(LARGEST)
            .setMaxAliasesForCollections(20)
            .build();

    private Tree() {}

    /// The documents of a file.
    static List<Map<String, Object>> documents(String text) throws BadRule {
        var documents = new ArrayList<Map<String, Object>>();
        try {
            for (var document : new Load(SETTINGS).loadAllFromString(text)) {
                if (document != null) {
                    documents.add(keys(document, "The file"));
                }
            }
        } catch (YamlEngineException | StackOverflowError e) {
            throw new BadRule("This is no YAML that can be read: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + ".");
        }
        return documents;
    }

    /// Keys with values.
    static Map<String, Object> keys(@Nullable Object tree, String what) throws BadRule {
        if (!(tree instanceof Map<?, ?> map)) {
            throw new BadRule(what + " must be keys with values.");
        }
        var keys = new LinkedHashMap<String, Object>();
        for (var entry : map.entrySet()) {
            keys.put(String.valueOf(entry.getKey()), entry.getValue());
        }
        return keys;
    }

    /// A list, or the one thing that stands in its place; none where there is nothing.
    static List<@Nullable Object> list(@Nullable Object tree) {
        if (tree == null) {
            return List.of();
        }
        return tree instanceof List<?> list ? new ArrayList<>(list) : new ArrayList<>(List.of(tree));
    }

    static List<String> texts(@Nullable Object tree) {
        return list(tree).stream().map(String::valueOf).toList();
    }

    static String text(@Nullable Object tree) {
        return tree == null || tree instanceof Map || tree instanceof List
                ? ""
                : tree.toString().strip().replaceAll("\\s+", " ");
    }
}
