// SPDX-License-Identifier: Apache-2.0
package org.tidemark.simulate;

import java.util.ArrayList;
import java.util.List;

/// Makes servers: what they run, where they stand, who looks at them.
///
/// What a check counts on (farms, servers that move) is spread evenly and not left to luck, so that it holds for every
/// seed and for small populations.
final class Births {
    private static final int NONE = -1;
    private static final int FARM_BLOCK = 60;
    private static final Odds FARM_SIZES = new Odds(0.40, 0.35, 0.25);
    private static final int SMALLEST_FARM = 2;
    private static final double FARM_SHARE = (2 * 0.40 + 3 * 0.35 + 4 * 0.25) / FARM_BLOCK;
    private static final int MOVER_BLOCK = 12;
    private static final double RESTLESS = 0.01;
    private static final double AT_A_HOSTER = 0.005;
    private static final int SERVERS_OF_A_HOSTER = 4000;

    /// Prompt, slow, hardly ever.
    static final double[] DILIGENCE = {1.0, 0.4, 0.05};
    private static final Odds DILIGENCE_ODDS = new Odds(0.75, 0.23, 0.02);

    private final Scenario scenario;
    private final Plan plan;
    private final Fleet fleet;
    private final Builds builds;
    private final Addresses addresses;
    private final Dice dice;
    private final Odds products;
    private final Odds inFarms;
    private final Odds countries;
    private final List<Odds> starts = new ArrayList<>();
    private final List<int[]> startBuilds = new ArrayList<>();
    private final int hosters;

    Births(Scenario scenario, Plan plan, Fleet fleet, Builds builds, Addresses addresses, Odds countries) {
        this.scenario = scenario;
        this.plan = plan;
        this.fleet = fleet;
        this.builds = builds;
        this.addresses = addresses;
        this.countries = countries;
        this.dice = new Dice(plan.seed());
        this.products = new Odds(alone(scenario.products()));
        this.inFarms = new Odds(scenario.products().stream()
                .mapToDouble(product -> product.names() > 0 ? product.share() : 0)
                .toArray());
        this.hosters = Math.max(1, plan.servers() / SERVERS_OF_A_HOSTER);
        for (var product : scenario.products()) {
            var rows = scenario.starts().stream()
                    .filter(start -> start.product().equals(product.id()))
                    .toList();
            starts.add(
                    new Odds(rows.stream().mapToDouble(Scenario.Start::weight).toArray()));
            startBuilds.add(
                    rows.stream().mapToInt(row -> builds.number(row.build())).toArray());
        }
    }

    /// Weights of the products among servers that stand alone. Farms are only of products whose answers name
    /// the front
    /// end, so the others weigh more here, and over all servers the shares are those of the scenario.
    private static double[] alone(List<Scenario.Product> products) {
        double all = products.stream().mapToDouble(Scenario.Product::share).sum();
        double nameless = products.stream()
                        .filter(product -> product.names() == 0)
                        .mapToDouble(Scenario.Product::share)
                        .sum()
                / all;
        double namelessAlone = Math.min(nameless / (1 - FARM_SHARE), 1);
        double others = nameless < 1 ? (1 - namelessAlone) / (1 - nameless) : 0;
        return products.stream()
                .mapToDouble(product -> product.share() * (product.names() == 0 ? 1 / (1 - FARM_SHARE) : others))
                .toArray();
    }

    void population() {
        for (int server = 0; server < plan.servers(); server++) {
            birth(server, 0, farmLeader(server));
        }
    }

    /// A server that appears later stands alone.
    void arrival(int day) {
        int server = birth(fleet.count(), day, NONE);
        if (dice.happens(scenario.rates().arrivalPatched(), Draw.ARRIVED_PATCHED, server, day)) {
            if (builds.hasUpdate(fleet.build[server], day)) {
                fleet.build[server] = (short) builds.update(fleet.build[server]);
                fleet.state[server] = Fleet.PATCHED;
            }
        }
    }

    /// Each block of servers has one farm: the first member's number, for members.
    private int farmLeader(int server) {
        int block = server / FARM_BLOCK;
        int size = SMALLEST_FARM + FARM_SIZES.pick(dice.uniform(Draw.FARM, block, 0));
        int first = block * FARM_BLOCK + dice.below(FARM_BLOCK - size, Draw.FARM, block, 1);
        boolean whole = first + size <= plan.servers();
        return whole && server >= first && server < first + size ? first : NONE;
    }

    private int birth(int server, int day, int farm) {
        fleet.add();
        boolean inFarm = farm != NONE;
        int first = inFarm ? farm : server;
        fleet.set(Fleet.IN_FARM, server, inFarm);
        fleet.leader[server] = first;
        fleet.firstDay[server] = day;
        // A farm is one installation: one product and branch, one place, and its members keep their pace themselves.
        // Its members must be told apart by the names that they give, so it is never of a product that gives none.
        int product = (inFarm ? inFarms : products).pick(dice.uniform(Draw.PRODUCT, first, 0));
        int country = countries.pick(dice.uniform(Draw.COUNTRY, first, 0));
        fleet.product[server] = (byte) product;
        fleet.country[server] = (byte) country;
        fleet.sector[server] = (byte) dice.below(scenario.sectors().size(), Draw.SECTOR, first, 0);
        fleet.diligence[server] = (byte) DILIGENCE_ODDS.pick(dice.uniform(Draw.DILIGENCE, server, 0));
        int start = startBuilds.get(product)[starts.get(product).pick(dice.uniform(Draw.START, first, 0))];
        fleet.start[server] = (short) start;
        fleet.build[server] = (short) start;
        fleet.address[server] = addresses.next(addresses.block(country, dice.uniform(Draw.BLOCK, first, 0)));
        boolean hosted = !inFarm && dice.happens(AT_A_HOSTER, Draw.HOSTER, server, 0);
        fleet.hoster[server] = (short) (hosted ? 1 + dice.below(hosters, Draw.HOSTER, server, 1) : 0);
        fleet.moveDay[server] = moveDay(server);
        look(server, first, product, inFarm);
        return server;
    }

    /// Who looks at a server, and what can be seen of it. All members of a farm are seen by the same sensor.
    private void look(int server, int first, int product, boolean inFarm) {
        var sight = scenario.sight();
        fleet.set(Fleet.GRAB, server, dice.happens(plan.grabShare(), Draw.GRAB, first, 0));
        fleet.set(Fleet.OVERLAP, server, dice.happens(sight.overlap(), Draw.OVERLAP, first, 0));
        fleet.set(Fleet.PATH_ONLY, server, dice.happens(sight.pathOnly(), Draw.PATH_ONLY, server, 0));
        fleet.set(Fleet.NO_HOST, server, !inFarm && dice.happens(sight.noHost(), Draw.HOST_SHOWN, server, 0));
        double names = scenario.products().get(product).names();
        fleet.set(Fleet.NO_NAME, server, !inFarm && !dice.happens(names, Draw.NAME_SHOWN, server, 0));
        fleet.set(Fleet.RESTLESS, server, dice.happens(RESTLESS, Draw.RESTLESS, server, 0));
    }

    /// Each block of servers has one that moves once while it is watched; 0 for the others.
    private short moveDay(int server) {
        int block = server / MOVER_BLOCK;
        boolean moves = plan.scans() > 1 && server % MOVER_BLOCK == dice.below(MOVER_BLOCK, Draw.MOVER, block, 0);
        return (short) (moves ? plan.firstDay() + 1 + dice.below(plan.scans() - 1, Draw.MOVER, block, 1) : 0);
    }
}
