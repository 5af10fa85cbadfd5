// SPDX-License-Identifier: Apache-2.0
package org.tidemark.priority;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// One question of a decision table, or its outcome, with every answer that there is.
///
/// @param id namespace, key and version as CERT/CC's SSVC names them, `cisa:KEV:1.0.0`
/// @param title its name
/// @param values from the least to the worst
public record DecisionPoint(String id, String title, List<Value> values) {

    /// @param key the short form that SSVC documents carry
    /// @param name the value in the table's own words
    /// @param days in how many days an outcome says to act; null where it sets no days
    /// @param forensics whether an outcome says to look for intruders besides
    public record Value(String key, String name, @Nullable Integer days, boolean forensics) {}

    public DecisionPoint {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("the decision point " + id + " has no values");
        }
        var names = new HashSet<String>();
        if (!values.stream().allMatch(value -> names.add(value.name()))) {
            throw new IllegalArgumentException("the decision point " + id + " has a value twice");
        }
    }

    /// The place of a value, from 0 for the least.
    ///
    /// @throws IllegalArgumentException where there is no such value
    public int rank(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException(id + " has no value '" + name + "'"));
    }

    OptionalInt find(String name) {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).name().equals(name)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /// What is taken where nothing is known.
    String worst() {
        return values.getLast().name();
    }
}
