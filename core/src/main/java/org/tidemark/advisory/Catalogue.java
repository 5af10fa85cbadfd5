// SPDX-License-Identifier: Apache-2.0
package org.tidemark.advisory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What one knowledge pack says of its products: releases, fixes, statements, settings and campaigns.
///
/// Immutable. Whatever it is built from has been checked by the pack's reader; a catalogue only arranges it.
public final class Catalogue {
    private final Pack pack;
    private final HowTo howTo;
    private final List<Product> products;
    private final Map<String, Product> productsById = new HashMap<>();
    private final Map<BranchId, Branch> branches = new HashMap<>();
    private final Map<BranchId, Integer> ages = new HashMap<>();
    private final List<Branch> branchOrder;
    private final List<Release> releases;
    private final Map<Build, Release> byBuild = new HashMap<>();
    private final Map<CveId, List<Fix>> fixes = new HashMap<>();
    private final Map<CveId, List<NotAffected>> statements = new HashMap<>();
    private final Map<CveId, List<Setting>> settingsByCve = new HashMap<>();
    private final TreeMap<CveId, Advisory> advisories = new TreeMap<>();
    private final List<Setting> settings;
    private final List<Campaign> campaigns;
    private final List<Mitigation> mitigations;
    private final List<Correction> corrections;
    private final Map<String, String> sourceTitles;

    public Catalogue(
            Pack pack,
            HowTo howTo,
            Collection<Product> products,
            Collection<Release> releases,
            Collection<Fix> fixes,
            Collection<NotAffected> statements,
            Collection<Advisory> advisories,
            Collection<Setting> settings,
            Collection<Campaign> campaigns,
            Collection<Mitigation> mitigations,
            Collection<Correction> corrections,
            Map<String, String> sourceTitles) {
        this.pack = pack;
        this.howTo = howTo;
        this.products = products.stream()
                .sorted(Comparator.comparingInt(Product::order))
                .toList();
        this.products.forEach(product -> productsById.put(product.id(), product));
        this.releases = releases.stream()
                .sorted(Comparator.comparingInt(
                                (Release r) -> product(r.branch().product()).order())
                        .thenComparing(Release::build))
                .toList();
        this.settings = List.copyOf(settings);
        this.campaigns = List.copyOf(campaigns);
        this.mitigations = List.copyOf(mitigations);
        this.corrections = List.copyOf(corrections);
        this.sourceTitles = Map.copyOf(sourceTitles);
        for (var release : this.releases) {
            byBuild.put(release.build(), release);
        }
        this.branchOrder = arrange();
        for (var branch : branchOrder) {
            ages.put(branch.id(), ages.size());
        }
        fixes.forEach(fix ->
                this.fixes.computeIfAbsent(fix.cve(), _ -> new ArrayList<>()).add(fix));
        statements.forEach(statement -> this.statements
                .computeIfAbsent(statement.cve(), _ -> new ArrayList<>())
                .add(statement));
        advisories.forEach(advisory -> this.advisories.put(advisory.cve(), advisory));
        for (var setting : this.settings) {
            setting.cves()
                    .forEach(cve -> settingsByCve
                            .computeIfAbsent(cve, _ -> new ArrayList<>())
                            .add(setting));
        }
    }

    private List<Branch> arrange() {
        var members = new HashMap<BranchId, List<Release>>();
        for (var release : releases) {
            members.computeIfAbsent(release.branch(), _ -> new ArrayList<>()).add(release);
        }
        members.forEach((id, list) -> branches.put(id, new Branch(id, list)));
        return branches.values().stream()
                .sorted(Comparator.comparingInt(
                                (Branch b) -> product(b.id().product()).order())
                        .thenComparing(Branch::lowestBuild))
                .toList();
    }

    public Pack pack() {
        return pack;
    }

    public HowTo howTo() {
        return howTo;
    }

    /// Whether the vendor made updates for a level of a product on a day.
    public SupportState supportOf(Product product, String level, LocalDate day) {
        for (var phase : product.support()) {
            boolean here = phase.branches().isEmpty() || phase.branches().contains(level);
            if (here && !day.isAfter(phase.until().last())) {
                return phase.state();
            }
        }
        return SupportState.OUT_OF_SUPPORT;
    }

    /// All products, oldest first; the vendor's service, which has no place in the order, where the pack puts it.
    public List<Product> products() {
        return products;
    }

    /// @throws IllegalArgumentException where the pack has no such product
    public Product product(String id) {
        var product = productsById.get(id);
        if (product != null) {
            return product;
        }
        throw new IllegalArgumentException("no product " + id);
    }

    /// All releases by product and build, aliases among them.
    public List<Release> releases() {
        return releases;
    }

    /// All branches with releases, oldest first inside each product.
    public List<Branch> branches() {
        return branchOrder;
    }

    /// The place of a branch among all branches, oldest first inside each product; the last place where it is
    /// unknown.
    int ageOf(BranchId id) {
        return ages.getOrDefault(id, Integer.MAX_VALUE);
    }

    public Optional<Branch> branch(BranchId id) {
        return Optional.ofNullable(branches.get(id));
    }

    public Optional<Release> release(Build build) {
        return Optional.ofNullable(byBuild.get(build));
    }

    /// The release that a number stands for: itself, or the one that it is another name of.
    public Release canonical(Release release) {
        var target = release.aliasOf();
        return target == null ? release : byBuild.getOrDefault(target, release);
    }

    /// Every published number of a release, its own first.
    public List<Build> numbersOf(Release release) {
        var canonical = canonical(release);
        var numbers = new ArrayList<Build>();
        numbers.add(canonical.build());
        for (var other : releases) {
            if (canonical.build().equals(other.aliasOf())) {
                numbers.add(other.build());
            }
        }
        return numbers;
    }

    /// All fixes, by flaw and in the pack's order.
    public List<Fix> fixes() {
        return fixes.values().stream().flatMap(List::stream).toList();
    }

    public List<Fix> fixesOf(CveId cve) {
        return fixes.getOrDefault(cve, List.of());
    }

    public List<NotAffected> statementsOn(CveId cve) {
        return statements.getOrDefault(cve, List.of());
    }

    public List<Setting> settingsOf(CveId cve) {
        return settingsByCve.getOrDefault(cve, List.of());
    }

    public Optional<Advisory> advisory(CveId cve) {
        return Optional.ofNullable(advisories.get(cve));
    }

    /// All advisories, by year and number.
    public Collection<Advisory> advisories() {
        return advisories.values();
    }

    public List<Setting> settings() {
        return settings;
    }

    public Optional<Setting> setting(String name) {
        return settings.stream().filter(s -> s.name().equalsIgnoreCase(name)).findFirst();
    }

    public List<Campaign> campaigns() {
        return campaigns;
    }

    public Optional<Campaign> campaign(String name) {
        return campaigns.stream().filter(c -> c.name().equalsIgnoreCase(name)).findFirst();
    }

    public List<Mitigation> mitigations() {
        return mitigations;
    }

    /// Sources in full: packs name them by tags, several parted by `;`, with words after a colon.
    ///
    /// @param sources as the pack has them, `HC;MSRC` or `PRESS: a paper of that day`
    public List<String> spelled(List<String> sources) {
        var spelled = new ArrayList<String>();
        for (var text : sources) {
            for (var part : text.split(";", -1)) {
                int colon = part.indexOf(':');
                var tag = (colon < 0 ? part : part.substring(0, colon)).strip();
                var title = sourceTitles.getOrDefault(tag, tag);
                var whole = colon < 0
                        ? title
                        : title + ": " + part.substring(colon + 1).strip();
                if (!spelled.contains(whole)) {
                    spelled.add(whole);
                }
            }
        }
        return spelled;
    }

    public List<Correction> corrections() {
        return corrections;
    }
}
