// SPDX-License-Identifier: Apache-2.0
package org.tidemark.simulate;

/// What a die is thrown for. Each has a sequence of its own, so that one more question changes no other answer.
enum Draw {
    PRODUCT(1),
    START(2),
    COUNTRY(3),
    BLOCK(4),
    SECTOR(5),
    DILIGENCE(6),
    FARM(7),
    FARM_NAMES(8),
    HOSTER(9),
    NAME(10),
    NAME_SHOWN(11),
    HOST(12),
    HOST_SHOWN(13),
    GRAB(14),
    OVERLAP(15),
    PATH_ONLY(16),
    MOVER(17),
    MOVE(18),
    TAKE_OVER(19),
    RESTLESS(20),
    ARRIVAL(21),
    ARRIVED_PATCHED(22),
    GONE(23),
    ABSENCE(24),
    RETURN(25),
    REINSTALL(26),
    CERTIFICATE(27),
    MITIGATED(28),
    ACT(29),
    ACT_HOW(30),
    UPGRADE(31),
    MISSED(32),
    MISREAD(33),
    MISREAD_AS(34),
    PARTS(35),
    TAG(36),
    STRIDE(37);

    /// Told apart by a number and not by their order, so that one more changes no population that a seed stands
    /// for.
    private final int number;

    Draw(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
