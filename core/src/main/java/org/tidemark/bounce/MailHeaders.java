// SPDX-License-Identifier: Apache-2.0
package org.tidemark.bounce;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The header fields of a mail: names in lower case, values unfolded and decoded, in their order.
public final class MailHeaders {
    private final Map<String, List<String>> fields;

    private MailHeaders(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    /// Gathers the fields of a mail.
    public static final class Builder {
        private final Map<String, List<String>> fields = new LinkedHashMap<>();

        public Builder add(String name, String value) {
            fields.computeIfAbsent(name.strip().toLowerCase(Locale.ROOT), _ -> new ArrayList<>(1))
                    .add(value.strip());
            return this;
        }

        public MailHeaders build() {
            var copy = new LinkedHashMap<String, List<String>>();
            fields.forEach((name, values) -> copy.put(name, List.copyOf(values)));
            return new MailHeaders(copy);
        }
    }

    /// @param name lower case
    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /// @param name lower case
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /// The first of a field, empty where there is none.
    String text(String name) {
        return first(name).orElse("");
    }
}
