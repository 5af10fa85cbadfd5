// SPDX-License-Identifier: Apache-2.0
package org.tidemark.advisory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Finds what a build number or a spelled release stands for in one pack.
public final class SubjectReader {
    /// A population runs a few hundred builds; what they stand for is looked up once.
    private static final int MOST_REMEMBERED = 10_000;

    private static final Pattern LEVEL_IN_FULL = Pattern.compile("\\bcumulative update (\\d)");

    private final Map<Build, Optional<Subject>> known = new ConcurrentHashMap<>();
    private final Catalogue catalogue;
    private final Map<String, Release> byName = new HashMap<>();
    private final Map<String, Product> productsByName = new HashMap<>();

    public SubjectReader(Catalogue catalogue) {
        this.catalogue = catalogue;
        for (var product : catalogue.products()) {
            productsByName.put(plain(product.name()), product);
            productsByName.put(plain(product.id()), product);
            product.spellings().forEach(spelling -> productsByName.put(plain(spelling), product));
        }
        for (var release : catalogue.releases()) {
            if (!release.isAlias()) {
                byName.putIfAbsent(plain(release.name()), release);
            }
        }
    }

    /// Reads any spelling: `15.1.2176.9`, `15.01.2176.009`, `Version 15.1 (Build 2176.9)`, `15.1.2176` (a set),
    /// `2016 CU19 Mar21SU` with or without the product's full name before it. Empty where the text is no build of a
    /// product of this pack.
    public Optional<Subject> read(String text) {
        var spelled = text.strip();
        return Build.parse(spelled)
                .or(() -> versionAndBuild(spelled))
                .flatMap(this::of)
                .or(() -> named(spelled));
    }

    /// What a build number stands for; empty where no product of the pack has it.
    public Optional<Subject> of(Build build) {
        if (known.size() > MOST_REMEMBERED) {
            known.clear();
        }
        return known.computeIfAbsent(build, this::find);
    }

    private Optional<Subject> find(Build build) {
        var products =
                catalogue.products().stream().filter(p -> p.claims(build)).toList();
        if (products.isEmpty()) {
            return Optional.empty();
        }
        if (products.size() == 1 && products.getFirst().kind() == Product.Kind.CLOUD) {
            return Optional.of(new Subject.Cloud(products.getFirst(), build));
        }
        return build.isWhole() ? Optional.of(whole(products.getFirst(), build)) : set(products, build);
    }

    /// All releases of the branch that a build belongs to: what a display version proves.
    public Optional<Subject> branchOf(Build build) {
        return of(build).map(subject -> switch (subject) {
            case Subject.OneBuild one ->
                new Subject.OneOf(
                        one.product(), one.branch(), branchPart(one.product(), build), candidates(one.branch()));
            case Subject.OneOf some -> some;
            case Subject.NoBranch none -> none;
            case Subject.Cloud cloud -> cloud;
        });
    }

    /// A product by its name, its short name or another spelling.
    public Optional<Product> product(String text) {
        return Optional.ofNullable(productsByName.get(plain(text)));
    }

    /// A branch by its spelling, with or without the product's full name.
    public Optional<Branch> branch(String text) {
        var release = byName.get(shortened(text));
        return release == null ? Optional.empty() : catalogue.branch(release.branch());
    }

    private Subject whole(Product product, Build build) {
        var known = catalogue.release(build);
        var id = known.map(Release::branch).or(() -> branchByPrefix(product, build));
        return id.flatMap(catalogue::branch)
                .<Subject>map(branch -> new Subject.OneBuild(product, branch, build, known.orElse(null)))
                .orElseGet(() -> new Subject.NoBranch(product, build));
    }

    private Optional<BranchId> branchByPrefix(Product product, Build build) {
        if (!product.hasBranches()) {
            var only = new BranchId(product.id(), "");
            return catalogue.branch(only).map(Branch::id);
        }
        var prefix = build.prefix(product.branchParts());
        return catalogue.releases().stream()
                .filter(r -> r.branch().product().equals(product.id()))
                .filter(r -> prefix.covers(r.build()))
                .map(Release::branch)
                .findFirst();
    }

    private Optional<Subject> set(List<Product> claimants, Build build) {
        var candidates = candidates(build);
        if (candidates.isEmpty()) {
            var servers = claimants.stream()
                    .filter(p -> p.kind() == Product.Kind.SERVER)
                    .toList();
            return servers.size() == 1 ? Optional.of(unknown(servers.getFirst(), build)) : Optional.empty();
        }
        var branches = candidates.stream().map(Release::branch).distinct().toList();
        var products = branches.stream().map(BranchId::product).distinct().toList();
        return Optional.of(new Subject.OneOf(
                products.size() == 1 ? catalogue.product(products.getFirst()) : null,
                branches.size() == 1 ? catalogue.branch(branches.getFirst()).orElseThrow() : null,
                build,
                candidates));
    }

    /// The releases that a build with parts missing can be; where it is another number of one alone, that one.
    private List<Release> candidates(Build build) {
        var covered = catalogue.releases().stream()
                .filter(r -> build.covers(r.build()))
                .toList();
        var own = covered.stream().filter(r -> !r.isAlias()).toList();
        return own.isEmpty()
                ? covered.stream().map(catalogue::canonical).distinct().toList()
                : own;
    }

    /// What no release begins with: an unknown update of the branch where the parts go beyond what tells the
    /// branch.
    private Subject unknown(Product product, Build build) {
        return build.size() > product.branchParts() ? whole(product, build) : new Subject.NoBranch(product, build);
    }

    private static Build branchPart(Product product, Build build) {
        return product.hasBranches() ? build.prefix(product.branchParts()) : build.prefix(2);
    }

    private static List<Release> candidates(Branch branch) {
        return branch.releases().stream().filter(r -> !r.isAlias()).toList();
    }

    private Optional<Subject> named(String text) {
        var release = byName.get(shortened(text));
        if (release != null) {
            return of(release.build());
        }
        return product(text).map(product -> {
            var all = catalogue.releases().stream()
                    .filter(r -> r.branch().product().equals(product.id()) && !r.isAlias())
                    .toList();
            var first = product.lines().getFirst().prefix();
            return all.isEmpty() ? new Subject.NoBranch(product, first) : new Subject.OneOf(product, null, first, all);
        });
    }

    /// The name with the product in its short form: `exchange server 2016 cu19` becomes `2016 cu19`.
    private String shortened(String text) {
        var plain = plain(text);
        return productsByName.entrySet().stream()
                .filter(e -> plain.startsWith(e.getKey() + " "))
                .max((a, b) -> Integer.compare(a.getKey().length(), b.getKey().length()))
                .map(e -> plain(e.getValue().id()) + plain.substring(e.getKey().length()))
                .orElse(plain);
    }

    private static String plain(String text) {
        return LEVEL_IN_FULL
                .matcher(text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " "))
                .replaceAll("cu$1");
    }

    /// `Version 15.1 (Build 2176.9)`, the form of display versions.
    private static Optional<Build> versionAndBuild(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        int at = lower.indexOf("(build ");
        int end = lower.indexOf(')', Math.max(at, 0));
        if (at < 0 || end < 0 || end != lower.length() - 1) {
            return Optional.empty();
        }
        var head = lower.substring(0, at).strip();
        var first = Build.parse(head.startsWith("version ") ? head.substring(8).strip() : head);
        var second = Build.parse(lower.substring(at + 7, end).strip());
        if (first.isEmpty()
                || second.isEmpty()
                || first.get().size() + second.get().size() > 4) {
            return Optional.empty();
        }
        var parts = new ArrayList<>(first.get().parts());
        parts.addAll(second.get().parts());
        return Optional.of(new Build(parts));
    }
}
