// SPDX-License-Identifier: Apache-2.0
package org.tidemark.simulate;

import java.util.function.Consumer;

/// What the two sensors see on a day: less than there is, and now and then something else.
final class Sensors {
    private static final double DAMAGED = 0.5;
    /// Prime and larger than any population, so that steps of it visit every server once.
    private static final long STEP = 1_000_000_007L;

    private final Scenario scenario;
    private final Plan plan;
    private final Fleet fleet;
    private final Builds builds;
    private final Names names;
    private final Dice dice;

    Sensors(Scenario scenario, Plan plan, Fleet fleet, Builds builds, Names names, Dice dice) {
        this.scenario = scenario;
        this.plan = plan;
        this.fleet = fleet;
        this.builds = builds;
        this.names = names;
        this.dice = dice;
    }

    void feed(int day, Consumer<Seen> sink) {
        look(day, true, sink);
    }

    void grab(int day, Consumer<Seen> sink) {
        look(day, false, sink);
    }

    /// Goes over all servers in an order of the day's own: where a row stands must say nothing.
    private void look(int day, boolean feed, Consumer<Seen> sink) {
        int count = fleet.count();
        long place = dice.below(count, Draw.STRIDE, feed ? 1 : 0, day);
        for (int i = 0; i < count; i++) {
            int server = (int) place;
            place = (place + STEP) % count;
            if (fleet.isHere(server) && (feed ? fleet.isInFeed(server) : fleet.isInGrab(server))) {
                look(server, day, feed, (double) i / count, sink);
            }
        }
    }

    private void look(int server, int day, boolean feed, double place, Consumer<Seen> sink) {
        long occasion = 2L * day + (feed ? 1 : 0);
        boolean certain = feed && isNewlyMitigated(server, day);
        var sight = scenario.sight();
        if (!certain && dice.happens(sight.missed(), Draw.MISSED, server, occasion)) {
            return;
        }
        boolean misread = !certain && dice.happens(sight.misread(), Draw.MISREAD, server, occasion);
        boolean damaged = misread && dice.happens(DAMAGED, Draw.MISREAD_AS, server, occasion);
        int shown = misread && !damaged ? dice.below(fleet.count(), Draw.MISREAD_AS, server, -occasion) : server;
        sink.accept(new Seen(
                server,
                place,
                fleet.address[server],
                names.host(server),
                names.name(server),
                scenario.countries().get(fleet.country[server]),
                scenario.sectors().get(fleet.sector[server]),
                builds.text(fleet.build[shown]),
                parts(server, shown, feed, occasion),
                feed ? tagged(server, day) : Seen.Tagged.NOTHING,
                names.subject(server),
                names.certificate(server),
                names.key(server),
                damaged));
    }

    /// That a server was mitigated must be seen in the first scan after it.
    private boolean isNewlyMitigated(int server, int day) {
        return fleet.state[server] == Fleet.MITIGATED && (fleet.mitigatedOn[server] == day || day == plan.firstDay());
    }

    private int parts(int server, int shown, boolean feed, long occasion) {
        var sight = scenario.sight();
        boolean whole = !feed && scenario.products().get(fleet.product[shown]).wholeInPage();
        boolean path =
                fleet.is(Fleet.PATH_ONLY, server) || dice.happens(sight.pathSometimes(), Draw.PARTS, server, occasion);
        return path && !whole ? 3 : 4;
    }

    private Seen.Tagged tagged(int server, int day) {
        return switch (fleet.state[server]) {
            case Fleet.MITIGATED -> Seen.Tagged.MITIGATED;
            case Fleet.VULNERABLE ->
                scenario.products().get(fleet.product[server]).flawTag()
                                && dice.happens(scenario.sight().flawTag(), Draw.TAG, server, day)
                        ? Seen.Tagged.FLAW
                        : Seen.Tagged.NOTHING;
            default -> Seen.Tagged.NOTHING;
        };
    }
}
