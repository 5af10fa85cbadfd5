// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What to do about a wave, in the order in which it must be done.
///
/// @param steps in the order of their phases; inside one as they were written
public record Playbook(List<Step> steps) {
    public static final Playbook EMPTY = new Playbook(List.of());

    /// The parts of a response, in order: what comes later destroys what comes before, or is undone by who is still
    /// inside.
    public enum Phase {
        PRESERVE("Preserve"),
        CONTAIN("Contain"),
        LOOK_CLOSER("Look closer"),
        UPDATE("Update"),
        REBUILD("Rebuild"),
        ROTATE("Rotate"),
        PROVE("Prove"),
        WATCH("Watch");

        private final String title;

        Phase(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        /// Its name in answers.
        public String id() {
            return title.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
        }

        public static Optional<Phase> of(String title) {
            return Stream.of(values())
                    .filter(phase -> phase.title.equalsIgnoreCase(title))
                    .findFirst();
        }
    }

    /// One thing to do.
    ///
    /// @param from the lowest grade from which it is worth doing
    public record Step(Phase phase, Stage from, String text) {}

    public Playbook {
        steps = steps.stream().sorted(Comparator.comparing(Step::phase)).toList();
    }

    /// This one, and in each phase the steps of another after its own; a step that both have comes once.
    public Playbook with(Playbook other) {
        var all = new ArrayList<>(steps);
        other.steps.stream().filter(step -> !all.contains(step)).forEach(all::add);
        return new Playbook(all);
    }

    /// What to do about a verdict, in order.
    public List<Step> about(Stage verdict) {
        return steps.stream()
                .filter(step -> step.from().compareTo(verdict) <= 0)
                .toList();
    }
}
