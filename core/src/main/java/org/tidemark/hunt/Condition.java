// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a record must be like for a rule to hit.
///
/// Asked of every record that has a needle, so without streams.
public sealed interface Condition {
    boolean holds(Trace trace);

    /// Pieces of text of which every record that passes has one, in its bytes; empty where nothing can be said.
    Optional<List<String>> needles();

    record All(List<Condition> parts) implements Condition {
        @Override
        public boolean holds(Trace trace) {
            for (var part : parts) {
                if (!part.holds(trace)) {
                    return false;
                }
            }
            return true;
        }

        /// Those of the part that says most: the fewest and longest.
        @Override
        public Optional<List<String>> needles() {
            return parts.stream()
                    .flatMap(part -> part.needles().stream())
                    .max((a, b) -> Integer.compare(shortest(a), shortest(b)));
        }

        private static int shortest(List<String> needles) {
            return needles.stream().mapToInt(String::length).min().orElse(0);
        }
    }

    record Any(List<Condition> parts) implements Condition {
        @Override
        public boolean holds(Trace trace) {
            for (var part : parts) {
                if (part.holds(trace)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public Optional<List<String>> needles() {
            var all = new ArrayList<String>();
            for (var part : parts) {
                var needles = part.needles();
                if (needles.isEmpty()) {
                    return Optional.empty();
                }
                all.addAll(needles.get());
            }
            return all.isEmpty() ? Optional.empty() : Optional.of(all);
        }
    }

    record Not(Condition part) implements Condition {
        @Override
        public boolean holds(Trace trace) {
            return !part.holds(trace);
        }

        @Override
        public Optional<List<String>> needles() {
            return Optional.empty();
        }
    }

    /// A value of the field passes the test.
    ///
    /// @param derived whether the reader works the value out, so that it does not stand in the record's bytes
    record Field(String name, TextTest test, boolean derived) implements Condition {
        public Field {
            name = name.toLowerCase(Locale.ROOT);
        }

        @Override
        public boolean holds(Trace trace) {
            for (var value : trace.values(name)) {
                if (test.test(value)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public Optional<List<String>> needles() {
            var needles = test.needles();
            return derived || needles.isEmpty() ? Optional.empty() : Optional.of(needles);
        }
    }

    /// Any value of any field passes the test.
    record Keyword(TextTest test) implements Condition {
        @Override
        public boolean holds(Trace trace) {
            return trace.fields().values().stream().flatMap(List::stream).anyMatch(test::test);
        }

        @Override
        public Optional<List<String>> needles() {
            return test.needles().isEmpty() ? Optional.empty() : Optional.of(test.needles());
        }
    }

    /// The field is there and not empty, or is not.
    record Present(String name, boolean wanted) implements Condition {
        @Override
        public boolean holds(Trace trace) {
            return trace.values(name).stream().anyMatch(value -> !value.isEmpty()) == wanted;
        }

        @Override
        public Optional<List<String>> needles() {
            return Optional.empty();
        }
    }

    /// A value of one field stands in a value of another.
    ///
    /// @param way where in it
    record Reference(String name, String other, Way way) implements Condition {
        /// Where one text stands in another.
        public enum Way {
            WHOLE,
            ANYWHERE,
            AT_START,
            AT_END
        }

        @Override
        public boolean holds(Trace trace) {
            return trace.values(name).stream()
                    .anyMatch(value -> trace.values(other).stream()
                            .anyMatch(part -> stands(part.toLowerCase(Locale.ROOT), value.toLowerCase(Locale.ROOT))));
        }

        private boolean stands(String part, String value) {
            return switch (way) {
                case WHOLE -> value.equals(part);
                case ANYWHERE -> value.contains(part);
                case AT_START -> value.startsWith(part);
                case AT_END -> value.endsWith(part);
            };
        }

        @Override
        public Optional<List<String>> needles() {
            return Optional.empty();
        }
    }
}
