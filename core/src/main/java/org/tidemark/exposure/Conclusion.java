// SPDX-License-Identifier: Apache-2.0
package org.tidemark.exposure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Build;
import org.tidemark.advisory.Catalogue;
import org.tidemark.advisory.Product;
import org.tidemark.advisory.Release;
import org.tidemark.advisory.Subject;
import org.tidemark.advisory.SubjectReader;

/// Draws the conclusion from what was found about one sighting.
final class Conclusion {
    private final Catalogue catalogue;
    private final SubjectReader subjects;
    private final Fingerprints fingerprints;
    private final Sighting sighting;
    private final Findings findings;

    Conclusion(
            Catalogue catalogue,
            SubjectReader subjects,
            Fingerprints fingerprints,
            Sighting sighting,
            Findings findings) {
        this.catalogue = catalogue;
        this.subjects = subjects;
        this.fingerprints = fingerprints;
        this.sighting = sighting;
        this.findings = findings;
    }

    Observation observation() {
        if (findings.foreign()) {
            return notOurs();
        }
        var builds = Identifier.mostTelling(findings.numbers.stream()
                .map(Findings.Found::build)
                .map(this::canonical)
                .toList());
        if (builds.size() > 1) {
            findings.flags.add(Flag.MIXED);
            findings.words.add("The evidence disagrees: "
                    + String.join(" and ", builds.stream().map(Build::toString).toList()) + ".");
        }
        var best = best(builds);
        return best == null ? presenceOnly() : withBuild(best, builds);
    }

    /// The most trusted number; where a later one agrees and says more, that one.
    private Findings.@Nullable Found best(List<Build> builds) {
        if (findings.numbers.isEmpty()) {
            return null;
        }
        var first = findings.numbers.getFirst();
        if (builds.size() > 1) {
            return first;
        }
        return findings.numbers.stream()
                .filter(found -> first.build().covers(found.build()))
                .reduce((a, b) -> b.build().size() > a.build().size() ? b : a)
                .orElse(first);
    }

    private Build canonical(Build build) {
        return catalogue
                .release(build)
                .map(catalogue::canonical)
                .map(Release::build)
                .orElse(build);
    }

    private Observation withBuild(Findings.Found best, List<Build> builds) {
        var subject = best.display() ? subjects.branchOf(best.build()) : subjects.of(best.build());
        var confidence = findings.flags.contains(Flag.HONEYPOT) ? Confidence.LOW : best.confidence();
        var narrowed = subject.map(s -> narrowed(s));
        var words = new ArrayList<String>();
        words.add(best.build() + " by " + best.method() + ".");
        if (!best.pitfall().isEmpty()) {
            words.add(best.pitfall());
        }
        words.addAll(findings.words);
        return observation(
                catalogue.pack().id(),
                best.build(),
                narrowed.flatMap(Subject::knownProduct).orElse(null),
                narrowed.orElse(null),
                best.method(),
                confidence,
                findings.flags.contains(Flag.MIXED) ? builds : List.of(best.build()),
                String.join(" ", words));
    }

    /// Presence of a header narrows a set; absence only hints, and never makes a verdict worse.
    private Subject narrowed(Subject subject) {
        if (!(subject instanceof Subject.OneOf some)
                || fingerprints.openHeader().isEmpty()) {
            return subject;
        }
        var open = fingerprints.openHeader().get();
        boolean sent = false;
        boolean missing = false;
        for (var evidence : sighting.evidence()) {
            if (evidence instanceof Evidence.HttpAnswer answer) {
                boolean here = answer.header(open.header()).isPresent();
                sent |= here;
                missing |= !here
                        && answer.header(open.companion()).isPresent()
                        && answer.path() != null
                        && open.paths().contains(answer.path().toLowerCase(Locale.ROOT));
            }
        }
        if (sent) {
            var left = some.candidates().stream()
                    .filter(r -> !open.surelyDoesNotSend(r.build()))
                    .toList();
            return left.isEmpty() ? some : new Subject.OneOf(some.product(), some.branch(), some.build(), left);
        }
        if (missing) {
            var left = some.candidates().stream()
                    .filter(r -> !open.surelySends(r.build()))
                    .map(Release::build)
                    .toList();
            if (!left.isEmpty() && left.size() < some.candidates().size()) {
                findings.words.add(
                        "No " + open.header() + " on a path that sends it: a hint, no proof, that the build is "
                                + left.getLast() + " or lower.");
            }
        }
        return subject;
    }

    private Observation presenceOnly() {
        var words = new ArrayList<String>();
        words.add("The product is there; nothing shows its build.");
        if (!findings.presencePitfall.isEmpty()) {
            words.add(findings.presencePitfall);
        }
        words.addAll(findings.words);
        return observation(
                catalogue.pack().id(),
                null,
                null,
                null,
                findings.method(),
                Confidence.LOW,
                List.of(),
                String.join(" ", words));
    }

    private Observation notOurs() {
        return observation(
                null,
                null,
                null,
                null,
                findings.method(),
                Confidence.LOW,
                List.of(),
                String.join(" ", findings.words.stream().distinct().toList()));
    }

    private Observation observation(
            @Nullable String family,
            @Nullable Build build,
            @Nullable Product product,
            @Nullable Subject subject,
            String method,
            Confidence confidence,
            List<Build> builds,
            String reason) {
        var packages = new HashSet<String>();
        var settings = new HashMap<String, String>();
        var hindered = new HashMap<String, Boolean>();
        var server = sighting.server();
        for (var evidence : sighting.evidence()) {
            if (evidence instanceof Evidence.InstalledPackage installed) {
                packages.add(installed.kb());
            } else if (evidence instanceof Evidence.SettingSeen seen) {
                settings.put(seen.name(), seen.value());
            } else if (evidence instanceof Evidence.Tag tag) {
                tag.saysOfFlaw().ifPresent(said -> hindered.merge(said.cve(), said.hindered(), Boolean::logicalAnd));
            } else if (evidence instanceof Evidence.HttpAnswer answer && server.name() == null) {
                server = server.withName(ownName(answer));
            }
        }
        return new Observation(
                server,
                sighting.seenAt(),
                family,
                build,
                product,
                subject,
                method,
                confidence,
                findings.flags,
                builds,
                reason,
                packages,
                settings,
                hindered,
                sighting.attributes(),
                sighting.source());
    }

    private @Nullable String ownName(Evidence.HttpAnswer answer) {
        return fingerprints.nameHeader().isEmpty()
                ? null
                : answer.header(fingerprints.nameHeader()).orElse(null);
    }
}
