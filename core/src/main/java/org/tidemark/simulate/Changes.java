// SPDX-License-Identifier: Apache-2.0
package org.tidemark.simulate;

/// What happens to servers on a day besides patching: they go, come back, move, are reinstalled, renew certificates.
final class Changes {
    private static final double BACK_ELSEWHERE = 0.3;
    private static final int LONGEST_ABSENCE = 6;
    private static final double RESTLESS_MOVES = 0.35;
    private static final double SAME_BLOCK = 0.5;
    private static final double SECOND_HAND = 0.4;

    private final Scenario scenario;
    private final Fleet fleet;
    private final Builds builds;
    private final Addresses addresses;
    private final Dice dice;

    Changes(Scenario scenario, Fleet fleet, Builds builds, Addresses addresses, Dice dice) {
        this.scenario = scenario;
        this.fleet = fleet;
        this.builds = builds;
        this.addresses = addresses;
        this.dice = dice;
    }

    void live(int day) {
        for (int server = 0; server < fleet.count(); server++) {
            if (fleet.backOn[server] == Fleet.FOR_GOOD) {
                continue;
            }
            if (fleet.isHere(server)) {
                stay(server, day);
            } else if (day >= fleet.backOn[server]) {
                fleet.backOn[server] = 0;
                if (dice.happens(BACK_ELSEWHERE, Draw.RETURN, server, day)) {
                    move(server, day);
                }
            }
        }
    }

    private void stay(int server, int day) {
        var rates = scenario.rates();
        if (dice.happens(rates.gone(), Draw.GONE, server, day)) {
            fleet.backOn[server] = Fleet.FOR_GOOD;
            return;
        }
        boolean moves = fleet.moveDay[server] == day;
        if (!moves && dice.happens(rates.absence(), Draw.ABSENCE, server, day)) {
            fleet.backOn[server] = (short) (day + 1 + dice.below(LONGEST_ABSENCE, Draw.ABSENCE, server, -day));
            return;
        }
        boolean restless = fleet.is(Fleet.RESTLESS, server) && dice.happens(RESTLESS_MOVES, Draw.RESTLESS, server, day);
        if (moves || restless) {
            move(server, day);
        }
        if (fleet.leader[server] == server && dice.happens(rates.certificate(), Draw.CERTIFICATE, server, day)) {
            fleet.renewals[server]++;
        }
        switch (fleet.state[server]) {
            case Fleet.PATCHED -> reinstall(server, day);
            case Fleet.MITIGATED -> afterMitigation(server, day);
            default -> {}
        }
    }

    /// Half of the changes stay in the network, and now and then the address is one that another server had.
    private void move(int server, int day) {
        int old = fleet.address[server];
        int block = dice.happens(SAME_BLOCK, Draw.MOVE, server, day)
                ? Addresses.blockOf(old)
                : addresses.block(fleet.country[server], dice.uniform(Draw.MOVE, server, -day));
        fleet.address[server] = dice.happens(SECOND_HAND, Draw.TAKE_OVER, server, day)
                ? addresses.secondHand(block)
                : addresses.next(block);
        addresses.giveUp(old);
    }

    private void reinstall(int server, int day) {
        if (dice.happens(scenario.rates().reinstall(), Draw.REINSTALL, server, day)) {
            fleet.state[server] = Fleet.VULNERABLE;
            fleet.build[server] = fleet.start[server];
            fleet.fresh[server] = false;
        }
    }

    private void afterMitigation(int server, int day) {
        var rates = scenario.rates();
        double chance = dice.uniform(Draw.MITIGATED, server, day);
        int build = fleet.build[server];
        if (chance < rates.mitigatedPatch()) {
            if (builds.hasUpdate(build, day)) {
                fleet.build[server] = (short) builds.update(build);
                fleet.state[server] = Fleet.PATCHED;
            }
        } else if (chance < rates.mitigatedPatch() + rates.mitigatedUpgrade()) {
            upgrade(server, day);
        } else if (chance < rates.mitigatedPatch() + rates.mitigatedUpgrade() + rates.mitigatedRollback()) {
            fleet.state[server] = Fleet.VULNERABLE;
        }
    }

    /// The configuration of the web sites is written anew: the mitigation is gone.
    private void upgrade(int server, int day) {
        int base = builds.upgrade(fleet.product[server], day);
        if (builds.isNewer(base, fleet.build[server])) {
            fleet.build[server] = (short) base;
            fleet.state[server] = builds.isSafe(base) ? Fleet.PATCHED : Fleet.VULNERABLE;
            fleet.fresh[server] = true;
        }
    }
}
