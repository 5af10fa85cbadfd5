// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeedlesTest {
    /// How far apart the looked-up places are follows from the shortest needle.
    @ParameterizedTest
    @ValueSource(strings = {"acer", "baobab", "/owa/8.", "feserver", "a quite long needle of many words"})
    void every_needle_is_found_wherever_it_stands(String shortest) {
        var texts = List.of(
                shortest,
                "x-mailstore-long-name",
                "Outlook Web Access and more of it",
                "server-activesync-1234567890-1234");
        var needles = new Needles(texts);
        var random = new Random(shortest.length());
        for (int round = 0; round < 3_000; round++) {
            var text = filling(random, random.nextInt(80));
            var expected = random.nextInt(3) == 0 ? "" : texts.get(random.nextInt(texts.size()));
            var cased = random.nextBoolean() ? expected.toUpperCase(Locale.ROOT) : expected;
            var bytes = (text + cased + filling(random, random.nextInt(80))).getBytes(StandardCharsets.UTF_8);
            int from = random.nextInt(Math.max(text.length(), 1));

            int found = needles.next(bytes, from, bytes.length);

            assertThat(found).isEqualTo(expected.isEmpty() ? bytes.length : text.length());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 7, 12})
    void a_needle_that_is_cut_off_at_either_end_is_not_found(int length) {
        var needle = "abcdefghijklmno".substring(0, length);
        var bytes = ("." + needle + ".").getBytes(StandardCharsets.UTF_8);
        var needles = new Needles(List.of(needle));

        assertThat(needles.next(bytes, 0, bytes.length)).isEqualTo(1);
        assertThat(needles.next(bytes, 0, length)).isEqualTo(length);
        assertThat(needles.next(bytes, 2, bytes.length)).isEqualTo(bytes.length);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 1_000})
    void many_needles_share_their_places_in_the_table(int count) {
        var texts = IntStream.range(0, count)
                .mapToObj(i -> "needle-%04d".formatted(i * 7))
                .toList();
        var needles = new Needles(texts);

        for (var text : texts) {
            var bytes = ("some words before " + text).getBytes(StandardCharsets.UTF_8);
            assertThat(needles.next(bytes, 0, bytes.length)).isEqualTo(18);
        }
        assertThat(needles.next("needle-0001 is none".getBytes(StandardCharsets.UTF_8), 0, 19))
                .isEqualTo(19);
    }

    /// Text that holds no needle, but words that needles are made of.
    private static String filling(Random random, int length) {
        var words =
                List.of("server", " web ", "owa", "auth", "8", "feserv", "Outlook", "-", "{\"key\":", "\u00FC", "long");
        var text = new StringBuilder();
        while (text.length() < length) {
            text.append(words.get(random.nextInt(words.size()))).append('|');
        }
        return text.toString().replace("\u00FC", "ue");
    }
}
