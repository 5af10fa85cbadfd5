// SPDX-License-Identifier: Apache-2.0
package org.tidemark.simulate;

import java.util.Arrays;

/// The servers, one place in each array: what they are and how they stand. Arrays instead of objects keep a million
/// servers in a few dozen megabytes.
final class Fleet {
    static final byte VULNERABLE = 0;
    static final byte PATCHED = 1;
    static final byte MITIGATED = 2;

    /// The server does not come back.
    static final short FOR_GOOD = -1;
    static final int NEVER = -1;

    // What it is.
    byte[] product;
    byte[] country;
    byte[] sector;
    byte[] diligence;
    short[] start;
    int[] leader;
    short[] hoster;
    int[] firstDay;
    short[] moveDay;
    byte[] traits;

    // How it stands.
    byte[] state;
    short[] build;
    int[] address;
    short[] backOn;
    short[] renewals;
    int[] mitigatedOn;
    boolean[] fresh;

    private int count;

    /// Things that are so or not, as bits of `traits`.
    static final int GRAB = 1;
    static final int OVERLAP = 2;
    static final int PATH_ONLY = 4;
    static final int NO_HOST = 8;
    static final int NO_NAME = 16;
    static final int RESTLESS = 32;
    static final int IN_FARM = 64;

    Fleet(int capacity) {
        product = new byte[capacity];
        country = new byte[capacity];
        sector = new byte[capacity];
        diligence = new byte[capacity];
        start = new short[capacity];
        leader = new int[capacity];
        hoster = new short[capacity];
        firstDay = new int[capacity];
        moveDay = new short[capacity];
        traits = new byte[capacity];
        state = new byte[capacity];
        build = new short[capacity];
        address = new int[capacity];
        backOn = new short[capacity];
        renewals = new short[capacity];
        mitigatedOn = new int[capacity];
        fresh = new boolean[capacity];
    }

    int count() {
        return count;
    }

    /// Room for one more server; its number.
    int add() {
        if (count == product.length) {
            grow(count + count / 8 + 64);
        }
        mitigatedOn[count] = NEVER;
        return count++;
    }

    private void grow(int capacity) {
        product = Arrays.copyOf(product, capacity);
        country = Arrays.copyOf(country, capacity);
        sector = Arrays.copyOf(sector, capacity);
        diligence = Arrays.copyOf(diligence, capacity);
        start = Arrays.copyOf(start, capacity);
        leader = Arrays.copyOf(leader, capacity);
        hoster = Arrays.copyOf(hoster, capacity);
        firstDay = Arrays.copyOf(firstDay, capacity);
        moveDay = Arrays.copyOf(moveDay, capacity);
        traits = Arrays.copyOf(traits, capacity);
        state = Arrays.copyOf(state, capacity);
        build = Arrays.copyOf(build, capacity);
        address = Arrays.copyOf(address, capacity);
        backOn = Arrays.copyOf(backOn, capacity);
        renewals = Arrays.copyOf(renewals, capacity);
        mitigatedOn = Arrays.copyOf(mitigatedOn, capacity);
        fresh = Arrays.copyOf(fresh, capacity);
    }

    boolean is(int trait, int server) {
        return (traits[server] & trait) != 0;
    }

    void set(int trait, int server, boolean so) {
        if (so) {
            traits[server] |= (byte) trait;
        }
    }

    boolean isHere(int server) {
        return backOn[server] == 0;
    }

    /// Whether the feed's sensor looks at this server, alone or besides the web scan.
    boolean isInFeed(int server) {
        return !is(GRAB, server) || is(OVERLAP, server);
    }

    boolean isInGrab(int server) {
        return is(GRAB, server) || is(OVERLAP, server);
    }

    boolean isVulnerableHere(int server) {
        return state[server] == VULNERABLE && isHere(server);
    }

    State truth(int server) {
        if (!isHere(server)) {
            return State.GONE;
        }
        return switch (state[server]) {
            case VULNERABLE -> State.VULNERABLE;
            case PATCHED -> State.PATCHED;
            default -> State.MITIGATED;
        };
    }
}
