// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.sidefile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;
import org.tidemark.fault.Outcome;
import org.tidemark.fault.Problem;
import org.tidemark.run.ScanDeclaration;

/// Reads `<file>.scan.yaml`, in which the scan of `<file>` says what it covered.
public final class ScanSideFile {
    private static final int LARGEST = 1 << 20;
    private static final String CURE = "Correct it and import again; what it declares was not imported.";

    private ScanSideFile() {}

    /// @return one declaration, or one problem
    public static Outcome<ScanDeclaration> read(Path file) {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                return bad(file, "The side file is larger than 1 MiB.");
            }
            var values = values(new String(bytes, StandardCharsets.UTF_8));
            return new Outcome<>(List.of(DeclaredValues.read(values)), List.of());
        } catch (IOException e) {
            return bad(file, "The side file cannot be read.");
        } catch (DeclaredValues.Unfit e) {
            return bad(file, String.valueOf(e.getMessage()));
        } catch (YamlEngineException | StackOverflowError e) {
            // The parser goes down one call for each level, and a hostile file can have any number of them.
            return bad(file, "The side file is no YAML that can be read.");
        }
    }

    private static Outcome<ScanDeclaration> bad(Path file, String cause) {
        return new Outcome<>(List.of(), List.of(Problem.in(file.toString(), cause, CURE)));
    }

    private static Map<String, List<String>> values(String text) throws DeclaredValues.Unfit {
        var settings = LoadSettings.builder()
                .setSchema(new FailsafeSchema())
                .setMaxAliasesForCollections(0)
                .setCodePointLimit(LARGEST)
                .build();
        var root = new Load(settings).loadFromString(text);
        var values = new LinkedHashMap<String, List<String>>();
        switch (root) {
            case null -> {}
            case Map<?, ?> map -> {
                for (var entry : map.entrySet()) {
                    values.put(String.valueOf(entry.getKey()), texts(entry.getValue()));
                }
            }
            default -> throw new DeclaredValues.Unfit("The side file must hold keys with values, `sensor: name`.");
        }
        return values;
    }

    private static List<String> texts(Object value) throws DeclaredValues.Unfit {
        if (value instanceof List<?> list) {
            var texts = new ArrayList<String>();
            for (var item : list) {
                texts.add(String.valueOf(item));
            }
            return texts;
        }
        if (value instanceof Map<?, ?>) {
            throw new DeclaredValues.Unfit(
                    "A value of the side file holds keys of its own; write one value or a list.");
        }
        return List.of(String.valueOf(value));
    }
}
