// SPDX-License-Identifier: Apache-2.0
package org.tidemark.exposure;

import java.util.List;
import java.util.Optional;
import org.tidemark.advisory.Build;
import org.tidemark.advisory.Catalogue;
import org.tidemark.advisory.Product;
import org.tidemark.advisory.Subject;
import org.tidemark.advisory.SubjectReader;
import org.tidemark.exposure.Evidence.Basis;

/// Recognises the products of one pack.
public final class FamilyIdentifier {
    private final Catalogue catalogue;
    private final SubjectReader subjects;
    private final Fingerprints fingerprints;

    public FamilyIdentifier(Catalogue catalogue, SubjectReader subjects, Fingerprints fingerprints) {
        this.catalogue = catalogue;
        this.subjects = subjects;
        this.fingerprints = fingerprints;
    }

    List<String> needles() {
        return fingerprints.needles();
    }

    /// Whether a stated version is a build of this pack.
    boolean reads(Evidence.StatedVersion stated) {
        return subjects.read(stated.text()).isPresent();
    }

    /// Empty where nothing of the sighting is of this pack.
    Optional<Observation> identify(Sighting sighting) {
        var findings = new Findings();
        findings.flags.addAll(Identifier.truncated(sighting));
        stated(sighting, findings, Basis.FILE, Confidence.HIGH);
        search(sighting, findings);
        stated(sighting, findings, Basis.REPORT, Confidence.MEDIUM);
        stated(sighting, findings, Basis.INVENTORY, Confidence.MEDIUM);
        statedNames(sighting, findings);
        tags(sighting, findings);
        lookalikes(sighting, findings);
        if (findings.isEmpty() && !findings.foreign()) {
            return Optional.empty();
        }
        if (Identifier.isUnder(sighting.server(), fingerprints.farms())) {
            findings.flags.add(Flag.HOSTED_FARM);
        }
        return Optional.of(new Conclusion(catalogue, subjects, fingerprints, sighting, findings).observation());
    }

    private void search(Sighting sighting, Findings findings) {
        for (var fingerprint : fingerprints.ordered()) {
            for (var evidence : sighting.evidence()) {
                if (FingerprintSearch.isPossible(evidence)) {
                    for (var hit : FingerprintSearch.hits(fingerprint, evidence, sighting.server())) {
                        accept(fingerprint, hit, findings);
                    }
                }
            }
        }
    }

    private void accept(Fingerprint fingerprint, FingerprintSearch.Hit hit, Findings findings) {
        var build = hit.build();
        if (hit.copiedFrom() != null) {
            findings.flags.add(Flag.PHISHING_COPY);
            findings.copiedBy = fingerprint.id();
            findings.words.add("The page takes its parts from another host, " + shortened(hit.copiedFrom())
                    + ", as copies made for phishing do.");
            return;
        }
        if (build == null) {
            if (findings.presence == null) {
                findings.presence = fingerprint.id();
                findings.presencePitfall = fingerprint.pitfall();
            }
            return;
        }
        var ordered = rewritten(fingerprint.id(), build);
        if (subjects.of(ordered).isEmpty()) {
            return;
        }
        var confidence = switch (ordered.size()) {
            case 4 -> Confidence.HIGH;
            case 3 -> Confidence.MEDIUM;
            default -> Confidence.LOW;
        };
        findings.numbers.add(new Findings.Found(ordered, fingerprint.id(), confidence, false, fingerprint.pitfall()));
    }

    private Build rewritten(String method, Build build) {
        for (var rule : fingerprints.rewrites()) {
            boolean applies =
                    rule.method().equals(method) && build.size() > rule.whenPart() && build.part(rule.whenPart()) == 0;
            if (applies) {
                return new Build(rule.order().stream().map(build::part).toList());
            }
        }
        return build;
    }

    private void stated(Sighting sighting, Findings findings, Basis basis, Confidence confidence) {
        for (var evidence : sighting.evidence()) {
            if (evidence instanceof Evidence.StatedVersion stated && stated.basis() == basis) {
                subjects.read(stated.text())
                        .ifPresent(subject -> findings.numbers.add(statedNumber(subject, basis, confidence)));
            }
        }
    }

    /// What a stated version proves: a display version names the branch and no more.
    private Findings.Found statedNumber(Subject subject, Basis basis, Confidence confidence) {
        boolean display = basis == Basis.INVENTORY;
        var build = subject.build();
        if (display && build.isWhole()) {
            int parts = subject.knownProduct().map(Product::branchParts).orElse(0);
            build = build.prefix(parts == 0 ? 2 : parts);
        }
        var proven = build.size() == 4 ? confidence : build.size() == 3 ? Confidence.MEDIUM : Confidence.LOW;
        return new Findings.Found(
                build,
                basis.method(),
                proven,
                display,
                display ? "A display version names the branch; updates do not raise it." : "");
    }

    private void statedNames(Sighting sighting, Findings findings) {
        if (!findings.numbers.isEmpty()) {
            return;
        }
        for (var evidence : sighting.evidence()) {
            if (evidence instanceof Evidence.StatedName name) {
                subjects.read(name.text())
                        .ifPresent(subject ->
                                findings.numbers.add(statedNumber(subject, Basis.REPORT, Confidence.MEDIUM)));
            }
        }
    }

    private void tags(Sighting sighting, Findings findings) {
        for (var evidence : sighting.evidence()) {
            if (evidence instanceof Evidence.Tag tag
                    && fingerprints.compromisedTags().contains(tag.text())) {
                findings.flags.add(Flag.COMPROMISED_TAG);
                findings.words.add("The feed's label '" + tag.text() + "' says that it was found broken into.");
            }
        }
    }

    private void lookalikes(Sighting sighting, Findings findings) {
        for (var lookalike : fingerprints.lookalikes()) {
            if (haveAll(sighting.evidence(), lookalike.all())) {
                findings.flags.add(lookalike.flag());
                findings.words.add(lookalike.reason());
            }
        }
        for (var found : findings.numbers) {
            if (subjects.of(found.build()).orElseThrow() instanceof Subject.Cloud cloud) {
                findings.flags.add(Flag.CLOUD);
                findings.words.add(
                        found.build() + " is a build of " + cloud.product().name() + ".");
            }
        }
        suspectOpenHeader(sighting, findings);
    }

    /// Whether each sign is in some piece of evidence. Asked for every server, so without streams.
    private static boolean haveAll(List<Evidence> evidence, List<Sign> signs) {
        for (var sign : signs) {
            boolean found = false;
            for (int i = 0; i < evidence.size() && !found; i++) {
                found = sign.in(evidence.get(i));
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    /// A header that builds of that time send to nobody who is not logged in.
    private void suspectOpenHeader(Sighting sighting, Findings findings) {
        fingerprints.openHeader().ifPresent(open -> {
            for (var evidence : sighting.evidence()) {
                if (evidence instanceof Evidence.HttpAnswer answer) {
                    answer.header(open.header())
                            .flatMap(Build::parse)
                            .filter(open::surelyDoesNotSend)
                            .ifPresent(build -> {
                                findings.flags.add(Flag.HONEYPOT);
                                findings.words.add("Build " + build + " does not send " + open.header()
                                        + " to a stranger: perhaps a trap.");
                            });
                }
            }
        });
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
