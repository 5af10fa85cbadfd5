// SPDX-License-Identifier: Apache-2.0
package org.tidemark.simulate;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;

/// What a population lives through: data of a knowledge pack.
///
/// @param begins the day on which all servers are there and none is patched
/// @param universe the population that the points of the curve speak of
/// @param curve how many are vulnerable on a day, the earliest first
/// @param halfLifeAfter days in which the rest halves after the last point
/// @param starts where a server may stand at first
/// @param upgrades where an upgrade leads
/// @param frontEnds names that many organisations give; a name that stands twice is given twice as often
/// @param hosts the same, for the first label of a host name
public record Scenario(
        String name,
        LocalDate begins,
        long universe,
        List<Point> curve,
        double halfLifeAfter,
        List<Product> products,
        List<Start> starts,
        List<Upgrade> upgrades,
        Rates rates,
        Sight sight,
        List<Country> countries,
        List<String> sectors,
        List<String> frontEnds,
        List<String> hosts) {

    /// @param vulnerable how many of the universe
    public record Point(LocalDate day, long vulnerable) {}

    /// @param share weight among the products
    /// @param mitigation whether the published mitigations hinder anything here
    /// @param flawTag whether it has the flaw that the feed's sensor checks
    /// @param names share of servers whose answers name the front end
    /// @param wholeInPage whether the web page itself shows all parts of the build
    public record Product(
            String id, double share, boolean mitigation, boolean flawTag, double names, boolean wholeInPage) {
        public Product {
            positive(share, "share");
            fraction(names, "names");
        }
    }

    /// @param build four parts
    /// @param weight inside the product
    /// @param update the build that closes the flaws on this branch; empty where there is none
    /// @param released the day of that update; the last day there is where there is none
    public record Start(String product, String level, String build, double weight, String update, LocalDate released) {
        public Start {
            positive(weight, "weight");
            whole(build);
            if (!update.isEmpty()) {
                whole(update);
            }
        }
    }

    /// @param from the first day on which an upgrade leads there
    /// @param build the base that it leads to
    /// @param safe whether this base holds the fixes
    public record Upgrade(String product, LocalDate from, String build, boolean safe) {
        public Upgrade {
            whole(build);
        }
    }

    /// @param pace how fast its servers are patched against the middle
    public record Country(String code, double share, double pace, String region, String city) {
        public Country {
            positive(share, "share");
            positive(pace, "pace");
        }
    }

    /// Chances a day and server where not said otherwise.
    ///
    /// @param arrival new servers a day as a share of the population
    /// @param arrivalPatched share of the new ones
    /// @param gone for good
    /// @param absence for some days
    /// @param reinstall of a patched server, to where it stood at first
    /// @param mitigate share of the servers that act where the update for their branch is out
    /// @param mitigateWaiting the same where it is not
    public record Rates(
            double arrival,
            double arrivalPatched,
            double gone,
            double absence,
            double reinstall,
            double certificate,
            double mitigate,
            double mitigateWaiting,
            double mitigatedPatch,
            double mitigatedUpgrade,
            double mitigatedRollback) {
        public Rates {
            fraction(arrival, "arrival");
            fraction(arrivalPatched, "arrival-patched");
            fraction(gone, "gone");
            fraction(absence, "absence");
            fraction(reinstall, "reinstall");
            fraction(certificate, "certificate");
            fraction(mitigate, "mitigate");
            fraction(mitigateWaiting, "mitigate-waiting");
            fraction(mitigatedPatch + mitigatedUpgrade + mitigatedRollback, "mitigated-…");
        }
    }

    /// What sensors miss and misread, as shares of sightings; `pathOnly`, `noHost` and `overlap` of servers.
    public record Sight(
            double missed,
            double misread,
            double pathOnly,
            double pathSometimes,
            double noHost,
            double overlap,
            double flawTag) {
        public Sight {
            fraction(missed, "missed");
            fraction(misread, "misread");
            fraction(pathOnly, "path-only");
            fraction(pathSometimes, "path-sometimes");
            fraction(noHost, "no-host");
            fraction(overlap, "overlap");
            fraction(flawTag, "flaw-tag");
        }
    }

    public Scenario {
        curve = List.copyOf(curve);
        products = List.copyOf(products);
        starts = List.copyOf(starts);
        upgrades = List.copyOf(upgrades);
        countries = List.copyOf(countries);
        sectors = List.copyOf(sectors);
        frontEnds = List.copyOf(frontEnds);
        hosts = List.copyOf(hosts);
        positive((double) universe, "universe");
        positive(halfLifeAfter, "half-life-after");
        if (sectors.isEmpty()
                || frontEnds.isEmpty()
                || hosts.isEmpty()
                || countries.isEmpty()
                || countries.size() > 100) {
            throw new IllegalArgumentException(
                    "A scenario needs countries, 100 at most, sectors, front ends and hosts.");
        }
        checkCurve(begins, universe, curve);
        checkProducts(products, starts, upgrades);
    }

    private static void checkCurve(LocalDate begins, long universe, List<Point> curve) {
        if (curve.isEmpty() || !curve.getFirst().day().equals(begins)) {
            throw new IllegalArgumentException(
                    "The first point of `vulnerable` must be of the day on which it begins.");
        }
        for (int i = 0; i < curve.size(); i++) {
            var point = curve.get(i);
            if (point.vulnerable() <= 0 || point.vulnerable() > universe) {
                throw new IllegalArgumentException("The point of " + point.day() + " lies outside the universe.");
            }
            if (i > 0 && !point.day().isAfter(curve.get(i - 1).day())) {
                throw new IllegalArgumentException(
                        "The point of " + point.day() + " does not follow the one before it.");
            }
        }
    }

    private static void checkProducts(List<Product> products, List<Start> starts, List<Upgrade> upgrades) {
        var ids = new HashSet<String>();
        for (var product : products) {
            boolean complete = starts.stream().anyMatch(start -> start.product().equals(product.id()))
                    && upgrades.stream().anyMatch(upgrade -> upgrade.product().equals(product.id()));
            if (!complete || !ids.add(product.id())) {
                throw new IllegalArgumentException(
                        "The product " + product.id() + " must stand once, and needs a row of the mix and an upgrade.");
            }
        }
        if (products.stream().noneMatch(product -> product.names() > 0)) {
            throw new IllegalArgumentException("A scenario needs a product whose answers name the front end.");
        }
        starts.forEach(start -> known(ids, start.product()));
        upgrades.forEach(upgrade -> known(ids, upgrade.product()));
    }

    private static void known(HashSet<String> ids, String product) {
        if (!ids.contains(product)) {
            throw new IllegalArgumentException("The product " + product + " is not among `products`.");
        }
    }

    private static void whole(String build) {
        if (!build.matches("[0-9]{1,6}(?:\\.[0-9]{1,6}){3}")) {
            throw new IllegalArgumentException("'" + build + "' is no build of four parts.");
        }
    }

    private static void positive(double value, String name) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("`" + name + "` must be above 0.");
        }
    }

    private static void fraction(double value, String name) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("`" + name + "` must lie between 0 and 1.");
        }
    }
}
