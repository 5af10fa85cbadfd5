// SPDX-License-Identifier: Apache-2.0
package org.tidemark.simulate;

/// Hands out addresses of 10.0.0.0/8, which belong to nobody.
///
/// The space is cut into 4,096 blocks of 4,096; each country has blocks by its share, of which a small population uses
/// the first ones, and each autonomous system has four blocks in a row. Inside a block no address comes twice
/// before all
/// have been given, except that one which a server gave up may go to another.
final class Addresses {
    static final int BLOCKS = 4096;
    private static final int SIZE = 4096;
    private static final int FIRST = 10 << 24;
    private static final int BLOCKS_OF_A_SYSTEM = 4;
    private static final int FIRST_SYSTEM = 64_512; // private use, RFC 6996
    private static final int SYSTEMS = 1023;
    /// Odd, so that multiplying by it visits every address of a block once.
    private static final int STRIDE = 2_477;

    private static final int SERVERS_OF_A_BLOCK = 100;
    private static final int FEWEST_BLOCKS = 64;
    private static final int NONE = 0;

    private final int[] given = new int[BLOCKS];
    private final int[] givenUp = new int[BLOCKS];
    private final Odds countries;
    private final double used;

    Addresses(Odds countries, int servers) {
        this.countries = countries;
        this.used = Math.clamp(servers / SERVERS_OF_A_BLOCK, FEWEST_BLOCKS, BLOCKS) / (double) BLOCKS;
    }

    /// A block of a country.
    ///
    /// @param chance at least 0 and below 1
    int block(int country, double chance) {
        int from = (int) (countries.shareBefore(country) * BLOCKS);
        int all = (int) (countries.shareBefore(country + 1) * BLOCKS) - from;
        int count = Math.max((int) Math.rint(all * used), 1);
        return Math.min(from + (int) (chance * count), BLOCKS - 1);
    }

    /// An address of a block that is next to be given.
    int next(int block) {
        int place = (given[block]++ * STRIDE) & (SIZE - 1);
        return FIRST + block * SIZE + place;
    }

    /// The address that a server of this block gave up last, once; else one that is next to be given.
    int secondHand(int block) {
        int address = givenUp[block];
        givenUp[block] = NONE;
        return address == NONE ? next(block) : address;
    }

    void giveUp(int address) {
        givenUp[blockOf(address)] = address;
    }

    static int blockOf(int address) {
        return (address - FIRST) / SIZE;
    }

    /// The number of the autonomous system that an address belongs to.
    static int system(int address) {
        return FIRST_SYSTEM + Math.min(blockOf(address) / BLOCKS_OF_A_SYSTEM, SYSTEMS - 1);
    }

    /// An address as text.
    static String text(int address) {
        return (address >>> 24) + "." + (address >>> 16 & 255) + "." + (address >>> 8 & 255) + "." + (address & 255);
    }
}
