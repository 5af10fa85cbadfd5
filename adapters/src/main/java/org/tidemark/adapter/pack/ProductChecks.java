// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tidemark.advisory.BranchId;
import org.tidemark.advisory.Product;

/// Whether the products of a pack can be told apart.
final class ProductChecks {
    private final Faults faults;
    private final List<Known.KnownProduct> products;

    private ProductChecks(Known known, Faults faults) {
        this.faults = faults;
        this.products = new ArrayList<>(known.products().values());
    }

    static void run(Known known, Faults faults) {
        var checks = new ProductChecks(known, faults);
        checks.orders();
        checks.spellings();
        checks.lines();
    }

    private void orders() {
        var taken = new HashMap<Integer, String>();
        for (var product : products) {
            var other = taken.put(product.product().order(), product.product().id());
            if (other != null) {
                faults.at(
                        product.at(),
                        "It has the same order as " + other + ".",
                        "Number the products from the oldest to the newest.");
            }
        }
    }

    private void spellings() {
        Map<String, String> taken = new HashMap<>();
        for (var known : products) {
            var product = known.product();
            Set<String> own = new HashSet<>();
            for (var spelling : product.spellings()) {
                own.add(spelling.toLowerCase(Locale.ROOT));
            }
            own.add(product.name().toLowerCase(Locale.ROOT));
            for (var spelling : own) {
                var other = taken.put(spelling, product.id());
                if (other != null) {
                    faults.at(
                            known.at(),
                            "The spelling `" + spelling + "` is also one of " + other + ".",
                            "Leave it to one of them.");
                }
            }
        }
    }

    private void lines() {
        for (int i = 0; i < products.size(); i++) {
            var product = products.get(i).product();
            if (product.lines().isEmpty()) {
                faults.at(products.get(i).at(), "The product has no lines.", "Write what its builds begin with.");
            }
            for (int j = 0; j < i; j++) {
                var other = products.get(j).product();
                if (overlap(product, other)) {
                    faults.at(
                            products.get(i).at(),
                            "A build can be one of " + product.id() + " and of " + other.id() + ".",
                            "Part their lines with `from` and `below`.");
                }
            }
        }
    }

    private static boolean overlap(Product one, Product other) {
        for (var line : one.lines()) {
            for (var second : other.lines()) {
                if (overlap(line, second) || overlap(second, line)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Whether the line with the shorter prefix takes builds of the other.
    private static boolean overlap(Product.Line wide, Product.Line narrow) {
        if (!wide.prefix().covers(narrow.prefix())) {
            return false;
        }
        if (wide.prefix().size() == narrow.prefix().size()) {
            return wide.from() < narrow.below() && narrow.from() < wide.below();
        }
        int next = narrow.prefix().part(wide.prefix().size());
        return next >= wide.from() && next < wide.below();
    }

    /// What of the products can be asked only once the releases are read.
    static void afterReleases(Known known, Faults faults) {
        for (var entry : known.products().values()) {
            var product = entry.product();
            var continued = product.continues();
            if (continued != null && !known.branchMentioned(continued.toString())) {
                faults.at(
                        entry.at(),
                        "It continues `" + continued + "`, and the pack has no such branch.",
                        "Spell it as releases.csv does.");
            }
            for (var phase : product.support()) {
                for (var level : phase.branches()) {
                    if (!known.branchMentioned(new BranchId(product.id(), level).toString())) {
                        faults.at(
                                entry.at(),
                                "Its support names `" + level + "`, and the pack has no such branch of it.",
                                "Write the level as releases.csv does.");
                    }
                }
            }
        }
    }
}
