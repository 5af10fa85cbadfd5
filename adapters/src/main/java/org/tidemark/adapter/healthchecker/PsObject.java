// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.healthchecker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A PowerShell object as an export keeps it. Deeper objects may be reduced to their text: what they held is then *not
/// seen*, which is neither empty nor false.
///
/// Objects may refer to each other in circles. Nothing here follows members by itself.
final class PsObject {
    /// What stands for anything that is not there.
    static final PsObject UNSEEN = new PsObject();

    private @Nullable String text;
    private boolean nil;
    private Map<String, PsObject> members = Map.of();
    private @Nullable List<PsObject> elements;
    private @Nullable Map<String, PsObject> entries;

    static PsObject of(String text) {
        var object = new PsObject();
        object.text = text;
        return object;
    }

    static PsObject nothing() {
        var object = new PsObject();
        object.nil = true;
        return object;
    }

    void setText(String value) {
        text = value;
    }

    void setMember(String name, PsObject value) {
        if (members.isEmpty()) {
            // PowerShell does not tell upper from lower case in names.
            members = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        }
        members.put(name, value);
    }

    /// Makes it a list, perhaps an empty one.
    List<PsObject> makeList() {
        if (elements == null) {
            elements = new ArrayList<>();
        }
        return elements;
    }

    /// Makes it a dictionary, perhaps an empty one.
    Map<String, PsObject> makeDictionary() {
        if (entries == null) {
            entries = new LinkedHashMap<>();
        }
        return entries;
    }

    boolean isNil() {
        return nil;
    }

    /// The text of a value, or the text that an object gives of itself; null where there is none or it is blank.
    @Nullable
    String text() {
        return text == null || text.isBlank() ? null : text;
    }

    /// True or false; null where it is not seen or is something else, as `Unknown`.
    @Nullable
    Boolean truth() {
        if ("true".equalsIgnoreCase(text)) {
            return true;
        }
        return "false".equalsIgnoreCase(text) ? false : null;
    }

    boolean isTrue() {
        return Boolean.TRUE.equals(truth());
    }

    boolean isFalse() {
        return Boolean.FALSE.equals(truth());
    }

    /// The member at the end of a path.
    PsObject at(String... path) {
        var object = this;
        for (var name : path) {
            object = object.members.getOrDefault(name, UNSEEN);
        }
        return object;
    }

    boolean has(String member) {
        return members.containsKey(member);
    }

    /// The elements of a list. An object that stands alone is a list of one, as PowerShell unrolls it; nothing,
    /// or a
    /// list of which only the text is left, is not seen.
    Optional<List<PsObject>> list() {
        if (elements != null) {
            return Optional.of(elements);
        }
        return members.isEmpty() ? Optional.empty() : Optional.of(List.of(this));
    }

    /// The entries of a dictionary; empty where it is none.
    Map<String, PsObject> dictionary() {
        return entries == null ? Map.of() : entries;
    }

    /// All texts of a list of texts, or the one text that stands in its place.
    List<String> texts() {
        if (elements != null) {
            return elements.stream()
                    .map(PsObject::text)
                    .flatMap(Stream::ofNullable)
                    .toList();
        }
        return text == null ? List.of() : List.of(text);
    }
}
