// SPDX-License-Identifier: Apache-2.0
package org.tidemark.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressBlocksTest {
    @Test
    void the_longest_prefix_wins_and_around_it_the_shorter_one_holds() {
        var builder = new AddressBlocks.Builder<String>();
        builder.add("192.0.2.0/24", "net");
        builder.add("192.0.2.64/26", "part");
        builder.add("192.0.2.70", "one");
        builder.add("0.0.0.0/0", "all");
        builder.add("2001:db8::/32", "six");
        var blocks = builder.build();

        assertThat(blocks.of("192.0.2.1")).contains("net");
        assertThat(blocks.of("192.0.2.64")).contains("part");
        assertThat(blocks.of("192.0.2.70")).contains("one");
        assertThat(blocks.of("192.0.2.71")).contains("part");
        assertThat(blocks.of("192.0.2.128")).contains("net");
        assertThat(blocks.of("192.0.3.0")).contains("all");
        assertThat(blocks.of("255.255.255.255")).contains("all");
        assertThat(blocks.of("2001:DB8:ffff::1")).contains("six");
        assertThat(blocks.of("2001:db9::")).isEmpty();
        assertThat(blocks.of("mail.example.org")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "192.0.2.0/33", "192.0.2/24", "192.0.2.0/", "2001:db8::/129", "x/8", "192.0.2.0/-1"})
    void a_text_that_is_no_range_is_refused(String text) {
        assertThat(new AddressBlocks.Builder<String>().add(text, "x")).isFalse();
    }

    @Test
    void no_ranges_hold_nothing_and_the_whole_space_holds_everything() {
        assertThat(new AddressBlocks.Builder<String>().build().of("192.0.2.1")).isEmpty();
        var all = new AddressBlocks.Builder<String>();
        all.add("::/0", "all");

        assertThat(all.build().of("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")).contains("all");
        assertThat(all.build().of("192.0.2.1")).contains("all");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_answer_is_that_of_a_loop_over_all_ranges(long seed) {
        var random = new Random(seed);
        var builder = new AddressBlocks.Builder<String>();
        var ranges = new HashMap<String, Integer>();
        for (int i = 0; i < 300; i++) {
            int length = 20 + random.nextInt(13);
            var range = text(somewhere(random) & mask(length)) + "/" + length;
            ranges.put(range, length);
            builder.add(range, range);
        }
        var blocks = builder.build();

        for (int i = 0; i < 3_000; i++) {
            int address = somewhere(random);
            var longest = ranges.entrySet().stream()
                    .filter(range -> range.getKey().startsWith(text(address & mask(range.getValue())) + "/"))
                    .max(Comparator.comparingInt(Map.Entry::getValue))
                    .map(Map.Entry::getKey);
            assertThat(blocks.of(text(address))).isEqualTo(longest);
        }
    }

    private static int somewhere(Random random) {
        return 10 << 24 | random.nextInt(1 << 13);
    }

    private static int mask(int length) {
        return -1 << (32 - length);
    }

    private static String text(int address) {
        return (address >>> 24) + "." + (address >>> 16 & 255) + "." + (address >>> 8 & 255) + "." + (address & 255);
    }
}
