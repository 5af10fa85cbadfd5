// SPDX-License-Identifier: Apache-2.0
package org.tidemark.simulate;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What servers are called, and the certificates that they show.
///
/// Many organisations give the same name to their only server, a farm has one host name and one certificate, and a
/// hoster puts one wildcard certificate on the servers of customers who have nothing else in common.
final class Names {
    private static final double COMMON = 0.6;
    private static final int RADIX = 36;
    /// Odd, so that numbers of servers and of organisations are one to one without being the same.
    private static final int SCATTER = 0x2C9277B5;

    private final Scenario scenario;
    private final Fleet fleet;
    private final Dice dice;

    Names(Scenario scenario, Fleet fleet, Dice dice) {
        this.scenario = scenario;
        this.fleet = fleet;
        this.dice = dice;
    }

    @Nullable
    String host(int server) {
        if (fleet.is(Fleet.NO_HOST, server)) {
            return null;
        }
        int first = fleet.leader[server];
        if (fleet.hoster[server] != 0) {
            return "c" + organisation(first) + "." + hosterDomain(server);
        }
        var hosts = scenario.hosts();
        var label = hosts.get(dice.below(hosts.size(), Draw.HOST, first, 0));
        return label + ".o" + organisation(first) + "." + country(server).toLowerCase(Locale.ROOT) + ".example";
    }

    private String hosterDomain(int server) {
        return "hoster" + fleet.hoster[server] + ".example";
    }

    private String country(int server) {
        return scenario.countries().get(fleet.country[server]).code();
    }

    private static String organisation(int first) {
        return Integer.toString((first * SCATTER) & Integer.MAX_VALUE, RADIX);
    }

    @Nullable
    String name(int server) {
        if (fleet.is(Fleet.NO_NAME, server)) {
            return null;
        }
        int first = fleet.leader[server];
        boolean common = dice.happens(COMMON, Draw.FARM_NAMES, first, 0);
        if (fleet.is(Fleet.IN_FARM, server)) {
            int member = 1 + server - first;
            return common ? "EX0" + member : own(first) + member;
        }
        var names = scenario.frontEnds();
        return common ? names.get(dice.below(names.size(), Draw.NAME, server, 0)) : own(server);
    }

    private String own(int server) {
        return country(server) + dice.below(10_000, Draw.NAME, server, 1) + "-EX";
    }

    /// Half of the renewals come with a new key.
    long key(int server) {
        return certificate(server, (fleet.renewals[fleet.leader[server]] + 1) / 2, 0);
    }

    long certificate(int server) {
        return certificate(server, fleet.renewals[fleet.leader[server]], 1);
    }

    private long certificate(int server, int renewal, int kind) {
        int hoster = fleet.hoster[server];
        return hoster != 0
                ? dice.bits(Draw.CERTIFICATE, -hoster, kind)
                : dice.bits(Draw.CERTIFICATE, fleet.leader[server], -1 - (2L * renewal + kind));
    }

    /// What the certificate is made out to.
    @Nullable
    String subject(int server) {
        return fleet.hoster[server] != 0 ? "*." + hosterDomain(server) : host(server);
    }
}
