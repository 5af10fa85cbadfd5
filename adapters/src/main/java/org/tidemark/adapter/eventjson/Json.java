// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.eventjson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tidemark.adapter.JsonCursor;

/// A record as it was written. A JSON null is an empty text.
sealed interface Json {
    /// A text, a number or a truth value.
    record Text(String value) implements Json {}

    record Elements(List<Json> all) implements Json {}

    record Members(Map<String, Json> all) implements Json {
        /// The members of an object at this path.
        Optional<Members> members(String... path) {
            var found = Optional.of(this);
            for (var name : path) {
                found = found.map(at -> at.all.get(name))
                        .filter(Members.class::isInstance)
                        .map(Members.class::cast);
            }
            return found;
        }

        boolean has(String... names) {
            return Stream.of(names).allMatch(all::containsKey);
        }

        /// The first text of a member; empty where there is none.
        String text(String name) {
            var value = all.get(name);
            return value == null ? "" : value.first();
        }

        /// The first text of the first of these members that has one.
        String text(List<String> names) {
            return names.stream()
                    .map(this::text)
                    .filter(text -> !text.isBlank())
                    .findFirst()
                    .orElse("");
        }

        /// What stood as an attribute of an XML element, in each of the ways in which that is written.
        String attribute(String element, String name) {
            return Stream.of(members(element, "#attributes"), members(element + "_attributes"), members(element))
                    .flatMap(Optional::stream)
                    .map(at -> at.text(name))
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse("");
        }
    }

    /// The first text in it; of an object that stands for an XML element its content.
    default String first() {
        return switch (this) {
            case Text text -> text.value();
            case Elements elements ->
                elements.all().isEmpty() ? "" : elements.all().getFirst().first();
            case Members members -> members.text(List.of("#text", "Value"));
        };
    }

    /// Reads the value on which the cursor stands; its depth is bounded by the cursor.
    static Json read(JsonCursor json) {
        if (json.isObject()) {
            var members = new LinkedHashMap<String, Json>();
            json.enterObject();
            for (var name = json.name(); name != null; name = json.name()) {
                members.merge(name, read(json), Json::both);
            }
            return new Members(members);
        }
        if (json.isArray()) {
            var elements = new ArrayList<Json>();
            json.enterArray();
            while (json.element()) {
                elements.add(read(json));
            }
            return new Elements(elements);
        }
        return new Text(json.content());
    }

    /// A name that comes twice has both values.
    private static Json both(Json one, Json other) {
        if (one instanceof Elements elements) {
            elements.all().add(other);
            return elements;
        }
        return new Elements(new ArrayList<>(List.of(one, other)));
    }
}
