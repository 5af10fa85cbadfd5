// SPDX-License-Identifier: Apache-2.0
package org.tidemark.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressRangesTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/24, 192.0.2.0, true",
        "192.0.2.0/24, 192.0.2.255, true",
        "192.0.2.0/24, 192.0.3.0, false",
        "192.0.2.77/24, 192.0.2.1, true",
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.8, false",
        "0.0.0.0/0, 255.255.255.255, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "2001:db8::/32, 2001:DB8:ffff::1, true",
        "2001:db8::/32, 2001:db9::, false",
        "2001:db8::/65, 2001:db8::7fff:0:0:0, true",
        "2001:db8::/65, 2001:db8::8000:0:0:0, false",
        "2001:db8::1, 2001:db8:0:0:0:0:0:1, true",
        "::/0, 192.0.2.1, true",
        "192.0.2.0/33, 192.0.2.0, false",
        "192.0.2.0/-1, 192.0.2.0, false",
        "192.0.2/24, 192.0.2.0, false",
        "mail.example, 192.0.2.0, false",
        "192.0.2.0/24, mail.example, false"
    })
    void an_address_is_in_the_range_or_not(String range, String address, boolean inside) {
        assertThat(AddressRanges.of(List.of(range)).contains(address)).isEqualTo(inside);
    }

    @Test
    void many_ranges_together_hold_what_each_of_them_holds() {
        var random = new Random(7);
        for (int round = 0; round < 200; round++) {
            var ranges = new ArrayList<String>();
            for (int i = 0; i < 6; i++) {
                ranges.add("10.0." + random.nextInt(4) + "." + random.nextInt(256) + "/" + (22 + random.nextInt(11)));
            }
            var all = AddressRanges.of(ranges);
            var address = "10.0." + random.nextInt(5) + "." + random.nextInt(256);
            assertThat(all.contains(address))
                    .as("%s in %s", address, ranges)
                    .isEqualTo(ranges.stream()
                            .anyMatch(range -> AddressRanges.of(List.of(range)).contains(address)));
        }
    }

    @Test
    void nothing_is_in_no_range() {
        assertThat(AddressRanges.of(List.of()).contains("192.0.2.1")).isFalse();
    }
}
