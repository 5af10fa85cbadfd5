// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.simulation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;
import org.tidemark.fault.ErrorCode;
import org.tidemark.fault.TidemarkException;

/// Keys and values of a scenario. Whatever is missing, misspelt or no number stops the command with a sentence.
final class Sheet {
    private final String place;
    private final Map<String, Object> values;
    private final Set<String> left;

    private Sheet(String place, Map<String, Object> values) {
        this.place = place;
        this.values = values;
        this.left = new TreeSet<>(values.keySet());
    }

    static Sheet read(String place, String yaml) {
        var settings = LoadSettings.builder()
                .setSchema(new FailsafeSchema())
                .setMaxAliasesForCollections(0)
                .build();
        try {
            return of(place, new Load(settings).loadFromString(yaml));
        } catch (YamlEngineException | StackOverflowError e) {
            throw fault(
                    place,
                    "This is no YAML that can be read: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + ".");
        }
    }

    private static Sheet of(String place, Object node) {
        if (!(node instanceof Map<?, ?> map)) {
            throw fault(place, "Here must stand keys with values.");
        }
        var values = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> values.put(String.valueOf(key), value));
        return new Sheet(place, values);
    }

    static TidemarkException fault(String place, String sentence) {
        return new TidemarkException(ErrorCode.PACK, "The scenario cannot be used. " + place + ": " + sentence);
    }

    private Object value(String key) {
        left.remove(key);
        var value = values.get(key);
        if (value == null) {
            throw fault(place, "`" + key + "` is missing.");
        }
        return value;
    }

    String text(String key) {
        if (value(key) instanceof String text) {
            return text;
        }
        throw fault(place, "`" + key + "` must be one value.");
    }

    double number(String key) {
        try {
            return Double.parseDouble(text(key));
        } catch (NumberFormatException e) {
            throw fault(place, "`" + key + "` is '" + text(key) + "', which is no number.");
        }
    }

    long whole(String key) {
        double number = number(key);
        if (number != Math.rint(number)) {
            throw fault(place, "`" + key + "` must be a whole number.");
        }
        return (long) number;
    }

    boolean yes(String key) {
        return switch (text(key)) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw fault(place, "`" + key + "` must be yes or no.");
        };
    }

    LocalDate day(String key) {
        return day(place, text(key));
    }

    static LocalDate day(String place, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw fault(place, "'" + text + "' is no day; write 2021-03-02.");
        }
    }

    Sheet sheet(String key) {
        return of(place + ", " + key, value(key));
    }

    List<Sheet> sheets(String key) {
        var sheets = new ArrayList<Sheet>();
        for (var item : items(key)) {
            sheets.add(of(place + ", " + key + " " + (sheets.size() + 1), item));
        }
        return sheets;
    }

    List<String> texts(String key) {
        var texts = new ArrayList<String>();
        for (var item : items(key)) {
            texts.add(String.valueOf(item));
        }
        return texts;
    }

    private List<?> items(String key) {
        if (value(key) instanceof List<?> list) {
            return list;
        }
        throw fault(place, "`" + key + "` must be a list.");
    }

    /// All keys with one value each.
    Map<String, String> all() {
        var texts = new LinkedHashMap<String, String>();
        values.keySet().forEach(key -> texts.put(key, text(key)));
        return texts;
    }

    /// Everything was asked for: what is left over is misspelt.
    void end() {
        if (!left.isEmpty()) {
            throw fault(place, "`" + left.iterator().next() + "` is no key here.");
        }
    }
}
