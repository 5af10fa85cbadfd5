// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// The names of members in the first records of a JSON file: what a JSON format is recognised by.
///
/// A first line that is broken, or longer than what was looked at, still shows the names up to that place.
public final class JsonShape {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int DEEPEST = 4;
    private static final int RECORDS = 5;

    private final Set<String> objects = new HashSet<>();
    private final Set<String> arrays = new HashSet<>();
    private final Set<String> scalars = new HashSet<>();
    private final Set<String> nulls = new HashSet<>();

    private JsonShape() {}

    /// Whether a line begins and ends as a JSON object does.
    public static boolean closes(byte[] bytes, int from, int to) {
        int first = from;
        int last = to - 1;
        while (first < last && isBlank(bytes[first])) {
            first++;
        }
        while (last > first && isBlank(bytes[last])) {
            last--;
        }
        return first < last && bytes[first] == '{' && bytes[last] == '}';
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\r';
    }

    public static JsonShape of(Head head) {
        var shape = new JsonShape();
        var text = head.text().stripLeading();
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return shape;
        }
        for (int tries = 0; tries < RECORDS && !text.isBlank(); tries++) {
            if (shape.look(text)) {
                break;
            }
            // The first line could not be read to its end: the next may do.
            int line = text.indexOf('\n');
            text = line < 0 ? "" : text.substring(line + 1);
        }
        return shape;
    }

    private boolean look(String text) {
        int records = 0;
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    members(parser, "", 0);
                    if (++records == RECORDS) {
                        return true;
                    }
                }
            }
            return records > 0;
        } catch (JacksonException e) {
            return records > 0;
        }
    }

    private void members(JsonParser parser, String above, int depth) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var path = above + parser.currentName();
            switch (parser.nextToken()) {
                case START_OBJECT -> {
                    objects.add(path);
                    below(parser, path + ".", depth);
                }
                case START_ARRAY -> {
                    arrays.add(path);
                    elements(parser, path + "[].", depth);
                }
                case VALUE_NULL -> nulls.add(path);
                default -> scalars.add(path);
            }
        }
    }

    private void below(JsonParser parser, String path, int depth) {
        if (depth + 1 < DEEPEST) {
            members(parser, path, depth + 1);
        } else {
            parser.skipChildren();
        }
    }

    private void elements(JsonParser parser, String path, int depth) {
        var token = parser.nextToken();
        while (token != null && token != JsonToken.END_ARRAY) {
            if (token == JsonToken.START_OBJECT) {
                below(parser, path, depth);
            } else {
                parser.skipChildren();
            }
            token = parser.nextToken();
        }
    }

    /// Whether a record has all these members; `a.b` is a member of an object, `a[].b` of an array's elements.
    public boolean has(String... paths) {
        for (var path : paths) {
            if (!objects.contains(path) && !arrays.contains(path) && !scalars.contains(path) && !nulls.contains(path)) {
                return false;
            }
        }
        return true;
    }

    public boolean hasAny(String... paths) {
        for (var path : paths) {
            if (has(path)) {
                return true;
            }
        }
        return false;
    }

    public boolean hasObject(String path) {
        return objects.contains(path);
    }

    public boolean hasScalar(String path) {
        return scalars.contains(path);
    }

    /// Whether an object of any name below `above` has the member, as in `data.<any>.status`.
    public boolean hasBelowAny(String above, String member) {
        var before = above + ".";
        var after = "." + member;
        return objects.stream()
                .filter(object -> object.startsWith(before) && object.indexOf('.', before.length()) < 0)
                .anyMatch(object -> has(object + after));
    }
}
