// SPDX-License-Identifier: Apache-2.0
package org.tidemark.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The small parts that a population is made of.
class SimulatedChanceTest {
    private final Dice dice = new Dice(42);

    @Test
    void a_die_answers_the_same_question_in_the_same_way_and_others_otherwise() {
        double asked = dice.uniform(Draw.GONE, 5, 3);

        assertThat(dice.uniform(Draw.GONE, 5, 3)).isEqualTo(asked);
        assertThat(dice.uniform(Draw.GONE, 5, 4)).isNotEqualTo(asked);
        assertThat(dice.uniform(Draw.GONE, 6, 3)).isNotEqualTo(asked);
        assertThat(dice.uniform(Draw.ABSENCE, 5, 3)).isNotEqualTo(asked);
        assertThat(new Dice(43).uniform(Draw.GONE, 5, 3)).isNotEqualTo(asked);
    }

    @Test
    void no_two_questions_share_their_chance() {
        assertThat(Draw.values()).extracting(Draw::number).doesNotHaveDuplicates();
    }

    @Test
    void a_die_is_even() {
        var average = IntStream.range(0, 100_000)
                .mapToDouble(who -> dice.uniform(Draw.ACT, who, 9))
                .average()
                .orElseThrow();

        assertThat(average).isCloseTo(0.5, within(0.005));
        assertThat(IntStream.range(0, 1000).map(who -> dice.below(7, Draw.ACT, who, 1)))
                .contains(0, 6)
                .allMatch(one -> one >= 0 && one < 7);
    }

    @ParameterizedTest
    @CsvSource({"0.0, 0", "0.249, 0", "0.25, 2", "0.9999999, 2"})
    void what_weighs_nothing_is_never_picked(double chance, int picked) {
        assertThat(new Odds(1, 0, 3).pick(chance)).isEqualTo(picked);
    }

    @Test
    void weights_need_a_sum() {
        assertThatThrownBy(() -> new Odds(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(Odds::new).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_address_comes_once_and_one_that_was_given_up_once_more() {
        var addresses = new Addresses(new Odds(3, 1), 2_000_000);
        int block = addresses.block(1, 0.5);
        var given = new HashSet<Integer>();
        for (int i = 0; i < 4096; i++) {
            assertThat(given.add(addresses.next(block))).isTrue();
        }
        assertThat(given).allMatch(address -> Addresses.blockOf(address) == block);

        int old = given.iterator().next();
        addresses.giveUp(old);

        assertThat(addresses.secondHand(block)).isEqualTo(old);
        assertThat(Addresses.text(old)).startsWith("10.");
        assertThat(Addresses.system(old)).isBetween(64_512, 65_534);
    }

    @Test
    void countries_have_blocks_of_their_own() {
        var addresses = new Addresses(new Odds(24, 13, 0.1), 400_000);

        assertThat(addresses.block(0, 0.999_999)).isLessThan(addresses.block(1, 0));
        assertThat(addresses.block(1, 0.999_999)).isLessThan(addresses.block(2, 0));
        assertThat(addresses.block(2, 0.999_999)).isLessThan(Addresses.BLOCKS);
    }

    @Test
    void more_servers_than_there_are_addresses_for_are_refused() {
        assertThatThrownBy(() -> new Plan(Plan.MOST_SERVERS + 1, 1, 0, 0, 0.1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Plan(1, 1, 0, 0, 1.1)).isInstanceOf(IllegalArgumentException.class);
    }
}
