// SPDX-License-Identifier: Apache-2.0
package org.tidemark.simulate;

import java.time.LocalDate;
import java.util.function.Consumer;

/// A population on its way through a scenario, day by day.
public final class Simulation {
    private final Scenario scenario;
    private final Plan plan;
    private final Fleet fleet;
    private final Builds builds;
    private final Dice dice;
    private final Births births;
    private final Changes changes;
    private final Patching patching;
    private final Sensors sensors;
    private final Names names;
    private int day;

    private Simulation(Scenario scenario, Plan plan) {
        this.scenario = scenario;
        this.plan = plan;
        var countries = new Odds(scenario.countries().stream()
                .mapToDouble(Scenario.Country::share)
                .toArray());
        var addresses = new Addresses(countries, plan.servers());
        int days = plan.firstDay() + plan.scans();
        fleet = new Fleet(
                (int) (plan.servers() * (1 + 1.1 * days * scenario.rates().arrival())) + 16);
        builds = new Builds(scenario);
        dice = new Dice(plan.seed());
        births = new Births(scenario, plan, fleet, builds, addresses, countries);
        changes = new Changes(scenario, fleet, builds, addresses, dice);
        patching = new Patching(scenario, plan, fleet, builds, dice);
        names = new Names(scenario, fleet, dice);
        sensors = new Sensors(scenario, plan, fleet, builds, names, dice);
    }

    /// The population on the day of the first scan.
    public static Simulation begin(Scenario scenario, Plan plan) {
        var simulation = new Simulation(scenario, plan);
        simulation.births.population();
        while (simulation.day < plan.firstDay()) {
            simulation.nextDay();
        }
        return simulation;
    }

    public LocalDate date() {
        return scenario.begins().plusDays(day);
    }

    public void nextDay() {
        day++;
        changes.live(day);
        double arriving = plan.servers() * scenario.rates().arrival();
        long arrivals = (long) Math.floor(arriving + dice.uniform(Draw.ARRIVAL, 0, day));
        for (long i = 0; i < arrivals; i++) {
            births.arrival(day);
        }
        patching.act(day);
    }

    /// How many servers there are or were.
    public int count() {
        return fleet.count();
    }

    public State state(int server) {
        return fleet.truth(server);
    }

    /// The build that a server is on, or was when it went.
    public String build(int server) {
        return builds.text(fleet.build[server]);
    }

    /// The address that a server has, or had when it went.
    public String address(int server) {
        return Addresses.text(fleet.address[server]);
    }

    /// What a server is.
    public Identity identity(int server) {
        return new Identity(
                scenario.begins().plusDays(fleet.firstDay[server]),
                scenario.products().get(fleet.product[server]).id(),
                builds.level(fleet.start[server]),
                fleet.is(Fleet.IN_FARM, server) ? fleet.leader[server] : Identity.ALONE,
                fleet.hoster[server],
                scenario.countries().get(fleet.country[server]).code(),
                fleet.isInFeed(server),
                fleet.isInGrab(server),
                names.host(server),
                names.name(server));
    }

    /// What the feed shows of today.
    public void feed(Consumer<Seen> sink) {
        sensors.feed(day, sink);
    }

    /// What the web scan shows of today.
    public void grab(Consumer<Seen> sink) {
        sensors.grab(day, sink);
    }
}
