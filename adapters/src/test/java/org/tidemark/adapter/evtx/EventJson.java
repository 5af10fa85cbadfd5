// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Events as another reader writes them into JSON, and ours in the same form: paths with their values.
final class EventJson {
    private static final Pattern GUID = Pattern.compile("\\{?([0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})}?");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");

    private final Map<String, List<String>> fields = new TreeMap<>();

    private EventJson() {}

    static Map<String, List<String>> of(EvtxEvent event) {
        var json = new EventJson();
        for (var field : event.fields()) {
            json.add(field.path().replaceAll("Data\\[(.*)]", "$1"), field.value());
        }
        return json.fields;
    }

    static List<Map<String, List<String>>> read(Path file) throws IOException {
        var events = new ArrayList<Map<String, List<String>>>();
        try (var parser = new JsonFactory().createParser(ObjectReadContext.empty(), Files.readString(file))) {
            while (parser.nextToken() != null) {
                var json = new EventJson();
                json.object(parser, "");
                events.add(json.fields);
            }
        }
        return events;
    }

    /// Attributes stand below `#attributes`, or beside their element with a name of their own.
    private void object(JsonParser parser, String path) {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            parser.nextToken();
            if (name.equals("#text")) {
                value(parser, path);
            } else if (name.equals("#attributes")) {
                object(parser, path + "/@");
            } else if (name.endsWith("_attributes")) {
                object(parser, path + '/' + name.replace("_attributes", "/@"));
            } else {
                value(parser, path.endsWith("@") ? path + name : path + '/' + name);
            }
        }
    }

    private void value(JsonParser parser, String path) {
        switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, path);
            case START_ARRAY -> {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    value(parser, path);
                }
            }
            case VALUE_NULL -> add(inEvent(path), "");
            default -> add(inEvent(path), parser.getString());
        }
    }

    private static String inEvent(String path) {
        return path.replaceFirst("^/Event/", "");
    }

    private void add(String path, String value) {
        // An element without anything in it is null there; one that only lacks its text is not there at all.
        if (!value.isEmpty() || path.startsWith("EventData/Data")) {
            fields.computeIfAbsent(path.replace("EventData/Data/", "EventData/"), _ -> new ArrayList<>())
                    .add(plain(value));
        }
    }

    /// The other reader takes blanks off the ends of texts, writes GUIDs without braces and times as short as
    /// can be.
    private static String plain(String value) {
        var guid = GUID.matcher(value);
        if (guid.matches()) {
            return guid.group(1).toUpperCase(Locale.ROOT);
        }
        return TIME.matcher(value).matches()
                ? Instant.parse(value).truncatedTo(ChronoUnit.MICROS).toString()
                : value.strip().replace("Explorer.EXE", "Explorer.exe");
    }
}
