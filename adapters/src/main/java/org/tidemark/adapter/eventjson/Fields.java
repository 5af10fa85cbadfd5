// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.eventjson;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Gathers the fields of an event under the names that rules use.
///
/// What the record says of itself comes before its data: where a datum bears the same name, as the `Channel` of event
/// 104 that says which log was cleared, it is the second value.
final class Fields {
    private static final String DATA = "data";
    private static final Pattern NUMBERED = Pattern.compile("param([1-9]\\d{0,2})");

    private final Map<String, List<String>> all = new HashMap<>();
    private boolean hasData;

    /// Adds what the record says of itself; nothing where it says nothing.
    void own(String name, String value) {
        if (!value.isBlank()) {
            add(name, value);
        }
    }

    /// The number of a record has two names: that of its XML and a plain one.
    void number(String value) {
        own("recordnumber", value);
        own("eventrecordid", value);
    }

    /// Adds a datum by its name, where that has blanks also without them.
    void datum(String name, String value) {
        hasData |= !value.isBlank();
        add(name, value);
        if (name.indexOf(' ') >= 0) {
            add(name.replace(" ", ""), value);
        }
    }

    /// Adds a datum that has no name; its place among the others is its meaning.
    void unnamed(String value) {
        hasData |= !value.isBlank();
        add(DATA, value);
    }

    /// Adds a datum unless it is there.
    void missing(String name, String value) {
        if (!value.isBlank() && !all.containsKey(name.toLowerCase(Locale.ROOT))) {
            datum(name, value);
        }
    }

    /// Adds the data of an event, or of its user data, whose innermost elements name them.
    void data(Json data) {
        switch (data) {
            case Json.Text text -> {
                if (!text.value().isBlank()) {
                    unnamed(text.value());
                }
            }
            case Json.Elements elements -> elements.all().forEach(this::data);
            case Json.Members members -> members.all().forEach(this::element);
        }
    }

    private void element(String name, Json value) {
        if (name.equals("#attributes") || name.endsWith("_attributes") || name.equals("xml_name")) {
            return;
        }
        if (name.equals("Data")) {
            unnamed(value);
            return;
        }
        named(name, value);
    }

    /// Adds a datum with all its values; of an object the innermost names count.
    void named(String name, Json value) {
        switch (value) {
            case Json.Text text -> datum(name, text.value());
            case Json.Elements elements -> elements.all().forEach(one -> named(name, one));
            case Json.Members members -> {
                var content = members.all().get("#text");
                if (content != null) {
                    named(name, content);
                } else {
                    members.all().forEach(this::element);
                }
            }
        }
    }

    private void unnamed(Json value) {
        switch (value) {
            case Json.Text text -> unnamed(text.value());
            case Json.Elements elements -> elements.all().forEach(this::unnamed);
            case Json.Members members -> {
                var name = members.members("#attributes").orElse(members).text("Name");
                var content = members.all().getOrDefault("#text", new Json.Text(""));
                if (name.isEmpty()) {
                    unnamed(content);
                } else {
                    named(name, content);
                }
            }
        }
    }

    /// Brings data that were numbered for lack of a name back into their order. Those that were empty were counted,
    /// but are not there.
    void unnumber() {
        int most = 0;
        for (var name : all.keySet()) {
            var found = NUMBERED.matcher(name);
            most = found.matches() ? Math.max(most, Integer.parseInt(found.group(1))) : most;
        }
        for (int i = 1; i <= most; i++) {
            unnamed(first("param" + i));
        }
    }

    /// Where the data were lost, the message that was made of them stands in their place.
    void fallBackOnMessage() {
        var message = first("message");
        if (!hasData && !message.isEmpty()) {
            add(DATA, message);
            add("data_from", "message");
        }
    }

    private void add(String name, String value) {
        all.computeIfAbsent(name.toLowerCase(Locale.ROOT), _ -> new ArrayList<>(1))
                .add(value);
    }

    String first(String name) {
        return all.getOrDefault(name, List.of("")).getFirst();
    }

    Map<String, List<String>> all() {
        return all;
    }
}
