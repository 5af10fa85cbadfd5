// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Collects what a record says besides the evidence. What is null or blank is left out.
public final class Attributes {
    private final Map<String, String> values = new HashMap<>();

    public Attributes add(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            values.put(name, value.strip());
        }
        return this;
    }

    /// The number of an autonomous system, which some tools write as `AS64500`. 0 says that it is not known.
    public Attributes addAsn(@Nullable String value) {
        if (value != null) {
            var bare = value.strip().toUpperCase(Locale.ROOT);
            var number = Numbers.whole(bare.startsWith("AS") ? bare.substring(2) : bare);
            if (number != null && number > 0) {
                values.put("asn", number.toString());
            }
        }
        return this;
    }

    public Map<String, String> map() {
        return Map.copyOf(values);
    }
}
