// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.csaf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Assessor;
import org.tidemark.advisory.Branch;
import org.tidemark.advisory.Build;
import org.tidemark.advisory.Installation;
import org.tidemark.advisory.Product;
import org.tidemark.advisory.Subject;
import org.tidemark.advisory.SubjectReader;
import org.tidemark.export.Flaw;
import org.tidemark.export.Installed;
import org.tidemark.export.Topic;

/// The products of a document: every published build of the pack, or those that are in use.
final class CsafItems {
    private final Topic topic;

    CsafItems(Topic topic) {
        this.topic = topic;
    }

    /// All releases of the pack that an owner can install, with what their build alone proves.
    List<CsafItem> published() {
        var catalogue = topic.catalogue();
        var subjects = new SubjectReader(catalogue);
        var assessor = new Assessor(catalogue);
        var items = new ArrayList<CsafItem>();
        for (var release : catalogue.releases()) {
            var subject = subjects.of(release.build());
            if (subject.isPresent() && !(subject.get() instanceof Subject.Cloud)) {
                var product = catalogue.product(release.branch().product());
                var branch = catalogue.branch(release.branch()).orElse(null);
                items.add(item(product, branch, release.build(), 0, flaws(assessor, subject.get())));
            }
        }
        return items;
    }

    private List<Flaw> flaws(Assessor assessor, Subject subject) {
        var installation = Installation.of(subject);
        return topic.cves().stream()
                .map(cve -> assessor.assess(installation, cve, null))
                .map(assessment -> Flaw.of(assessment, assessment.kind()))
                .toList();
    }

    /// What servers run.
    List<CsafItem> inUse(Collection<Installed> installed) {
        return installed.stream()
                .map(each -> item(each.product(), each.branch(), each.build(), each.variant(), each.flaws()))
                .toList();
    }

    private CsafItem item(
            @Nullable Product product, @Nullable Branch branch, @Nullable Build build, int variant, List<Flaw> flaws) {
        var pack = topic.catalogue().pack();
        var name = product == null ? pack.title() : product.name();
        var level = branch == null ? "" : branch.id().level();
        var version = version(build) + (variant == 0 ? "" : ", evidence " + variant);
        var id = pack.id()
                + (build == null && product != null ? "-" + product.id() : "")
                + "-" + (build == null ? "unknown" : build.toString())
                + (variant == 0 ? "" : "-evidence-" + variant);
        // A pack's own title may begin with the vendor.
        var vendor = name.startsWith(pack.vendor()) ? "" : pack.vendor();
        var full = Stream.of(vendor, name, level, version)
                .filter(part -> !part.isEmpty())
                .toList();
        return new CsafItem(id, name, level, version, String.join(" ", full), flaws);
    }

    private static String version(@Nullable Build build) {
        return build == null ? "build not known" : build + (build.isWhole() ? "" : ", update not known");
    }
}
