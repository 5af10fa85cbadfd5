// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Advisory;
import org.tidemark.advisory.BranchId;
import org.tidemark.advisory.Build;
import org.tidemark.advisory.CveId;
import org.tidemark.advisory.Product;
import org.tidemark.advisory.Release;

/// What the files read so far have named. A later file asks here whether it may refer to something.
///
/// A name whose own row is faulty is remembered as mentioned: whoever refers to it is not blamed as well.
final class Known {

    /// How the releases of a product are ordered into branches.
    enum Shape {
        /// The pack names the product and knows no release of it.
        NAMED_ONLY,
        /// All its releases are one branch.
        ONE_BRANCH,
        /// The leading parts of a build tell the branch.
        BRANCHES
    }

    /// A product, how it is ordered, and where it stands.
    record KnownProduct(Product product, Shape shape, Cell at) {}

    private final Faults faults;
    private final Map<String, KnownProduct> products = new LinkedHashMap<>();
    private final Map<Build, Placed<Release>> releases = new LinkedHashMap<>();
    private final Map<String, BranchId> branches = new HashMap<>();
    private final Map<CveId, Placed<Advisory>> advisories = new HashMap<>();
    private final Set<String> mentioned = new HashSet<>();
    private final Map<String, String> sources = new HashMap<>();
    private final Map<String, List<String>> namedSources = new HashMap<>();

    Known(Faults faults) {
        this.faults = faults;
    }

    /// Remembers a name whose row may be faulty.
    void mention(Cell cell) {
        mentioned.add(cell.text());
    }

    void mentionBranch(String name) {
        mentioned.add("branch " + name);
    }

    void add(KnownProduct product) {
        products.put(product.product().id(), product);
    }

    void add(Placed<Release> release) {
        releases.putIfAbsent(release.item().build(), release);
        branches.put(release.item().branch().toString(), release.item().branch());
    }

    void addAdvisory(Placed<Advisory> advisory) {
        advisories.put(advisory.item().cve(), advisory);
    }

    /// @param title what the tag stands for, for people
    void addSource(String tag, String title) {
        sources.put(tag, title);
    }

    /// What each tag stands for.
    Map<String, String> sourceTitles() {
        return sources;
    }

    Map<String, KnownProduct> products() {
        return products;
    }

    Map<Build, Placed<Release>> releases() {
        return releases;
    }

    Map<CveId, Placed<Advisory>> advisories() {
        return advisories;
    }

    @Nullable
    KnownProduct product(Cell cell) {
        var product = products.get(cell.text());
        if (product == null && cell.present() && !mentioned.contains(cell.text())) {
            faults.at(
                    cell,
                    "The pack has no product `" + cell.text() + "`.",
                    "Write one of " + String.join(", ", products.keySet()) + ", or add it to pack.yaml.");
        }
        return product;
    }

    /// A branch of which the pack has releases.
    @Nullable
    BranchId branch(Cell product, Cell level) {
        return product(product) == null ? null : branchNamed(level, product.text(), level.text());
    }

    /// A branch in one cell: `2016 CU19`.
    @Nullable
    BranchId branch(Cell cell) {
        int blank = cell.text().indexOf(' ');
        var product = blank < 0 ? cell : cell.with(cell.text().substring(0, blank));
        if (product(product) == null) {
            return null;
        }
        return branchNamed(
                cell,
                product.text(),
                blank < 0 ? "" : cell.text().substring(blank + 1).strip());
    }

    private @Nullable BranchId branchNamed(Cell cell, String product, String level) {
        var name = level.isEmpty() ? product : product + ' ' + level;
        var branch = branches.get(name);
        if (branch == null && cell.present() && !branchMentioned(name)) {
            faults.at(
                    cell, "The pack has no branch `" + name + "`.", "Spell it as releases.csv does, or add it there.");
        }
        return branch;
    }

    /// Whether a branch has releases, or at least rows that are faulty.
    boolean branchMentioned(String name) {
        return branches.containsKey(name) || mentioned.contains("branch " + name);
    }

    @Nullable
    Placed<Release> release(Cell cell, Build build) {
        var release = releases.get(build);
        if (release == null && !mentioned.contains(cell.text())) {
            faults.at(
                    cell,
                    "The pack has no release with build " + build + ".",
                    "Add it to releases.csv, or correct the number.");
        }
        return release;
    }

    /// Whether a flaw has an advisory. If not, that is a fault.
    boolean advisory(Cell cell, CveId cve) {
        if (advisories.containsKey(cve)) {
            return true;
        }
        if (!mentioned.contains(cell.text())) {
            faults.at(
                    cell, "The pack has no advisory " + cve + ".", "Add it to advisories.csv, or correct the number.");
        }
        return false;
    }

    /// Sources: a tag of pack.yaml, alone or with details after a colon.
    List<String> sources(Cell cell) {
        var known = namedSources.get(cell.text());
        return known != null ? known : newSources(cell);
    }

    private List<String> newSources(Cell cell) {
        var cells = cell.split();
        boolean allKnown = true;
        for (var source : cells) {
            int colon = source.text().indexOf(':');
            var tag = colon < 0
                    ? source.text()
                    : source.text().substring(0, colon).strip();
            if (!sources.containsKey(tag)) {
                allKnown = false;
                faults.at(
                        source,
                        "`" + tag + "` is no source of this pack.",
                        "Use a tag that pack.yaml lists under `sources`, or add it there.");
            }
        }
        var named = List.copyOf(Cell.texts(cells));
        if (allKnown) {
            namedSources.put(cell.text(), named);
        }
        return named;
    }
}
