// SPDX-License-Identifier: Apache-2.0
package org.tidemark.simulate;

/// Who acts on a day, so that as many stay vulnerable as the curve says.
///
/// Each vulnerable server has a weight: how diligent its people are, how fast its country, and whether an
/// update for its
/// branch is out. The chance to act is `1 - exp(-pressure × weight)`, and the pressure of the day is what brings the
/// expected number down to the curve. So chance decides who acts, and the published counts how many.
final class Patching {
    private static final int READY = 0;
    private static final int WAITING = 1;
    private static final int FRESH = 2;
    /// A server without an update has to be upgraded first, which few do in a hurry; one that was, is patched soon.
    private static final double[] READINESS = {1.0, 0.25, 4.0};

    /// Share of the upgrades whose update follows on the same day.
    private static final double AT_ONCE = 0.6;

    private static final double STRONGEST = 60;
    private static final int HALVINGS = 50;

    private final Scenario scenario;
    private final Plan plan;
    private final Fleet fleet;
    private final Builds builds;
    private final Dice dice;
    private final Curve curve;
    private final double[] weights;

    Patching(Scenario scenario, Plan plan, Fleet fleet, Builds builds, Dice dice) {
        this.scenario = scenario;
        this.plan = plan;
        this.fleet = fleet;
        this.builds = builds;
        this.dice = dice;
        this.curve = new Curve(scenario);
        this.weights = new double[scenario.countries().size() * Births.DILIGENCE.length * READINESS.length];
        int kind = 0;
        for (var country : scenario.countries()) {
            for (double diligence : Births.DILIGENCE) {
                for (double readiness : READINESS) {
                    weights[kind++] = country.pace() * diligence * readiness;
                }
            }
        }
    }

    void act(int day) {
        var counts = new int[weights.length];
        int vulnerable = 0;
        for (int server = 0; server < fleet.count(); server++) {
            if (fleet.isVulnerableHere(server)) {
                counts[kind(server, day)]++;
                vulnerable++;
            }
        }
        double leaving = vulnerable - plan.servers() * curve.share(day);
        if (leaving <= 0) {
            return;
        }
        var chances = chances(pressure(counts, leaving));
        for (int server = 0; server < fleet.count(); server++) {
            if (fleet.isVulnerableHere(server) && dice.happens(chances[kind(server, day)], Draw.ACT, server, day)) {
                act(server, day);
            }
        }
    }

    private int kind(int server, int day) {
        int readiness = !builds.hasUpdate(fleet.build[server], day) ? WAITING : fleet.fresh[server] ? FRESH : READY;
        return (fleet.country[server] * Births.DILIGENCE.length + fleet.diligence[server]) * READINESS.length
                + readiness;
    }

    /// Of acting, for each kind of server. Strict: the same on every machine to the last bit.
    private double[] chances(double pressure) {
        var chances = new double[weights.length];
        for (int kind = 0; kind < chances.length; kind++) {
            chances[kind] = 1 - StrictMath.exp(-pressure * weights[kind]);
        }
        return chances;
    }

    /// The pressure at which as many leave as must, found by halving.
    private double pressure(int[] counts, double leaving) {
        double low = 0;
        double high = STRONGEST;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            var chances = chances(middle);
            double expected = 0;
            for (int kind = 0; kind < counts.length; kind++) {
                double closes = kind % READINESS.length == WAITING ? closingShare() : 1;
                expected += counts[kind] * closes * chances[kind];
            }
            if (expected < leaving) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /// How many of those that act without an update are no longer vulnerable in the evening.
    private double closingShare() {
        double mitigated = scenario.rates().mitigateWaiting() / 2;
        return mitigated + (1 - mitigated) * AT_ONCE;
    }

    private void act(int server, int day) {
        boolean updateIsOut = builds.hasUpdate(fleet.build[server], day);
        var rates = scenario.rates();
        double mitigate = updateIsOut ? rates.mitigate() : rates.mitigateWaiting();
        // Only the feed says that a server is mitigated: one that it does not see would be mitigated for nobody.
        boolean could = scenario.products().get(fleet.product[server]).mitigation() && fleet.isInFeed(server);
        if (could && dice.happens(mitigate, Draw.ACT_HOW, server, day)) {
            fleet.state[server] = Fleet.MITIGATED;
            fleet.mitigatedOn[server] = day;
        } else if (updateIsOut) {
            patch(server);
        } else {
            upgrade(server, day);
        }
    }

    private void patch(int server) {
        fleet.build[server] = (short) builds.update(fleet.build[server]);
        fleet.state[server] = Fleet.PATCHED;
        fleet.fresh[server] = false;
    }

    private void upgrade(int server, int day) {
        int base = builds.upgrade(fleet.product[server], day);
        if (!builds.isNewer(base, fleet.build[server])) {
            return;
        }
        fleet.build[server] = (short) base;
        fleet.fresh[server] = true;
        if (builds.isSafe(base)) {
            fleet.state[server] = Fleet.PATCHED;
        } else if (builds.hasUpdate(base, day) && dice.happens(AT_ONCE, Draw.UPGRADE, server, day)) {
            patch(server);
        }
    }
}
