// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tidemark.fault.Problem;

/// Collects what is wrong with a pack, so that everything is told at once.
final class Faults {
    private static final int MOST = 1000;
    private static final Comparator<Problem> BY_PLACE = Comparator.comparing(
                    (Problem problem) -> problem.place().file())
            .thenComparing(problem -> problem.place().line(), Comparator.nullsFirst(Comparator.naturalOrder()));

    private final List<Problem> problems = new ArrayList<>();
    private int more;

    /// @param cause what is wrong, one sentence
    /// @param cure what to do, one sentence
    void at(Cell cell, String cause, String cure) {
        at(cell.file(), cell.line(), cell.name() + ": " + cause, cure);
    }

    void at(String file, long line, String cause, String cure) {
        add(new Problem(new Problem.Place(file, line, null, null), cause, cure));
    }

    void in(String file, String cause, String cure) {
        add(Problem.in(file, cause, cure));
    }

    /// Takes over what another found.
    void takeAll(Faults other) {
        other.problems.forEach(this::add);
        more += other.more;
    }

    private void add(Problem problem) {
        if (problems.size() < MOST) {
            problems.add(problem);
        } else {
            more++;
        }
    }

    boolean none() {
        return problems.isEmpty();
    }

    int count() {
        return problems.size() + more;
    }

    /// All faults by file and line; those of one line in the order in which they were found.
    List<Problem> inOrder(String pack) {
        var sorted = new ArrayList<>(problems);
        sorted.sort(BY_PLACE);
        if (more > 0) {
            sorted.add(Problem.in(
                    pack,
                    more + " more faults are not listed.",
                    "Mend those that are listed and load the pack again."));
        }
        return List.copyOf(sorted);
    }
}
