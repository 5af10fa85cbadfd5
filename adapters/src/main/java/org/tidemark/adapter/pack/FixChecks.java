// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import org.tidemark.advisory.Fix;
import org.tidemark.advisory.Release;
import org.tidemark.advisory.UpdatePackages;

/// Whether a fix agrees with the releases and the advisory that it names.
final class FixChecks {
    private final Known known;
    private final Faults faults;

    FixChecks(Known known, Faults faults) {
        this.known = known;
        this.faults = faults;
    }

    void run(Fix fix, CsvTable.Row row) {
        advisory(fix, row);
        if (fix.kind() == Fix.Kind.COMPONENT) {
            component(fix, row);
            return;
        }
        if (!fix.component().isEmpty()) {
            faults.at(row.cell("component"), "Only a fix of kind component names one.", "Empty the cell.");
        }
        var build = fix.build();
        var release = build == null ? null : known.release(row.cell("build"), build);
        if (release == null) {
            return;
        }
        place(fix, release.item(), row.cell("build"));
        packages(fix, release.item(), row.cell("packages"));
    }

    private void advisory(Fix fix, CsvTable.Row row) {
        if (!known.advisory(row.cell("cve"), fix.cve())) {
            return;
        }
        var advisory = known.advisories().get(fix.cve());
        if (advisory == null) {
            return;
        }
        if (advisory.item().recordOnly()) {
            faults.at(
                    row.cell("cve"),
                    fix.cve() + " is carried for the record only and has a fix.",
                    "Empty `record` in advisories.csv and date the flaw, or take this row out.");
        }
        var published = advisory.item().published();
        if (published != null && fix.listed().last().isBefore(published.first())) {
            faults.at(
                    row.cell("listed"),
                    "The branch was listed on " + fix.listed() + ", before the flaw was published on " + published
                            + ".",
                    "Write the later day: a fix that nobody spoke of is listed when the flaw is published.");
        }
    }

    private void component(Fix fix, CsvTable.Row row) {
        if (fix.component().isEmpty()) {
            faults.at(
                    row.cell("component"), "The component is missing.", "Name the file and the version that decides.");
        }
        if (!row.cell("level").isEmpty() || fix.build() != null) {
            faults.at(row.cell("kind"), "A component concerns the whole product.", "Empty `level` and `build`.");
        }
    }

    private void place(Fix fix, Release release, Cell cell) {
        boolean own = release.branch().equals(fix.branch());
        if (release.isAlias()) {
            faults.at(
                    cell,
                    release.build() + " is another number of " + release.aliasOf() + ".",
                    "Write " + release.aliasOf() + ": the alias follows by itself.");
            return;
        }
        switch (fix.kind()) {
            case UPDATE -> {
                if (!own) {
                    faults.at(cell, told(fix, release), "Write the first fixed build of `" + fix.branch() + "`.");
                }
            }
            case BASE -> {
                if (!own || !release.isBase()) {
                    faults.at(cell, told(fix, release), "Write the base of `" + fix.branch() + "`, or kind update.");
                }
            }
            case NONE, BELOW -> {
                if (own || !release.branch().product().equals(fix.branch().product())) {
                    faults.at(cell, told(fix, release), "Write the build of a later branch to upgrade to.");
                }
            }
            case COMPONENT -> {}
        }
    }

    private static String told(Fix fix, Release release) {
        return release.build() + " is `" + release.name() + "`, and the row is about `" + fix.branch() + "` with kind "
                + Spelled.of(fix.kind()) + ".";
    }

    /// A source can name fewer packages than the release has, the core one alone for example, but no others.
    private void packages(Fix fix, Release release, Cell cell) {
        for (var alternative : fix.packages().alternatives()) {
            for (var name : alternative) {
                if (!release.packages().names(name)) {
                    faults.at(
                            cell,
                            name + " is no package of " + release.build() + " (" + shown(release.packages()) + ").",
                            "Correct it here or in releases.csv.");
                }
            }
        }
    }

    private static String shown(UpdatePackages packages) {
        return packages.isEmpty() ? "none is known" : packages.display();
    }
}
