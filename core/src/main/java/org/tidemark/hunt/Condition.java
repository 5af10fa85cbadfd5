// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import java.util.List;
import java.util.Locale;

/// What a record must be like for a rule to hit.
///
/// Asked of every record that has a needle, so without streams.
public sealed interface Condition {
    boolean holds(Trace trace);

    /// How much it takes to ask, roughly: of several conditions the cheapest are asked first.
    int cost();

    /// The ways in which it can hold, each with what then stands in the bytes of the record.
    List<Signs> ways();

    record All(List<Condition> parts) implements Condition {
        public All {
            parts = Cost.cheapestFirst(parts);
        }

        @Override
        public int cost() {
            return Cost.sum(parts);
        }

        @Override
        public boolean holds(Trace trace) {
            for (var part : parts) {
                if (!part.holds(trace)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public List<Signs> ways() {
            return Signs.all(parts.stream().map(Condition::ways).toList());
        }
    }

    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = Cost.cheapestFirst(parts);
        }

        @Override
        public int cost() {
            return Cost.sum(parts);
        }

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
        public List<Signs> ways() {
            return parts.stream()
                    .flatMap(part -> part.ways().stream())
                    .distinct()
                    .toList();
        }
    }

    record Not(Condition part) implements Condition {
        @Override
        public int cost() {
            return part.cost();
        }

        @Override
        public boolean holds(Trace trace) {
            return !part.holds(trace);
        }

        @Override
        public List<Signs> ways() {
            return List.of(Signs.NONE);
        }
    }

    /// A value of the field passes the test.
    ///
    /// @param ways in which it can hold, each with what then stands in the bytes of the record
    record Field(String name, TextTest test, List<Signs> ways) implements Condition {
        public Field {
            name = name.toLowerCase(Locale.ROOT);
            ways = List.copyOf(ways);
        }

        /// A field whose values stand in the record as they are.
        public Field(String name, TextTest test) {
            this(name, test, List.of(new Signs(test.signs())));
        }

        @Override
        public int cost() {
            return test.cost();
        }

        @Override
        public boolean holds(Trace trace) {
            for (var value : trace.named(name)) {
                if (test.test(value)) {
                    return true;
                }
            }
            return false;
        }
    }

    /// Any value of any field passes the test.
    record Keyword(TextTest test) implements Condition {
        @Override
        public int cost() {
            return test.cost() * 10;
        }

        @Override
        public boolean holds(Trace trace) {
            return trace.fields().values().stream().flatMap(List::stream).anyMatch(test::test);
        }

        @Override
        public List<Signs> ways() {
            return List.of(new Signs(test.signs()));
        }
    }

    /// The field is there and not empty, or is not.
    record Present(String name, boolean wanted) implements Condition {
        public Present {
            name = name.toLowerCase(Locale.ROOT);
        }

        @Override
        public int cost() {
            return 1;
        }

        @Override
        public boolean holds(Trace trace) {
            return trace.named(name).stream().anyMatch(value -> !value.isEmpty()) == wanted;
        }

        @Override
        public List<Signs> ways() {
            return List.of(Signs.NONE);
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
        public int cost() {
            return 5;
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
        public List<Signs> ways() {
            return List.of(Signs.NONE);
        }
    }
}
