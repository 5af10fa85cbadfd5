// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Build;
import org.tidemark.advisory.Correction;
import org.tidemark.advisory.Release;

/// Whether a correction that names a build says what the pack really holds.
///
/// `released`, `packages` and `label` are compared with the release; `build` with its number. Other fields are words
/// for people. A correction left open promises nothing.
final class CorrectionChecks {
    private final Known known;
    private final Faults faults;

    private CorrectionChecks(Known known, Faults faults) {
        this.known = known;
        this.faults = faults;
    }

    static void run(List<Placed<Correction>> corrections, Known known, Faults faults) {
        var checks = new CorrectionChecks(known, faults);
        for (var correction : corrections) {
            checks.check(correction.item(), correction.at());
        }
    }

    private void check(Correction correction, Cell at) {
        var build = Build.parse(correction.subject()).filter(Build::isWhole).orElse(null);
        if (build == null) {
            return;
        }
        var release = known.release(at.with(correction.subject()), build);
        if (release == null || correction.decision() == Correction.Decision.OPEN) {
            return;
        }
        var held = held(release.item(), correction.field());
        if (held != null && !held.equals(correction.value())) {
            faults.at(
                    at,
                    "The correction says `" + correction.value() + "`, the pack holds `" + held + "` as "
                            + correction.field() + " of " + build + ".",
                    "Correct releases.csv or the correction.");
        }
        if (correction.decision() == Correction.Decision.ALIAS
                && correction.field().equals("build")) {
            aliases(correction, release.item(), at);
        }
    }

    /// What the pack holds; null for a field that is not compared.
    private static @Nullable String held(Release release, String field) {
        return switch (field) {
            case "released" ->
                release.released() == null ? "" : release.released().toString();
            case "packages" -> PackageSpelling.of(release.packages());
            case "label" -> release.label();
            case "build" -> release.build().toString();
            default -> null;
        };
    }

    private void aliases(Correction correction, Release release, Cell at) {
        for (var claim : correction.claims()) {
            var number = Build.parse(claim.value());
            if (number.isEmpty() || number.get().equals(release.build())) {
                continue;
            }
            var other = known.releases().get(number.get());
            if (other == null || !release.build().equals(other.item().aliasOf())) {
                faults.at(
                        at,
                        "The correction calls " + claim.value() + " an alias of " + release.build()
                                + ", and releases.csv does not.",
                        "Add it there with `alias_of`, or decide otherwise.");
            }
        }
    }
}
