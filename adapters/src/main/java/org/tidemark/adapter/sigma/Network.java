// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.sigma;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.hunt.TextTest;

/// Whether an address lies in a network, `10.0.0.0/8` or `fe80::/10`.
final class Network implements TextTest {
    private final BigInteger start;
    private final int bits;
    private final int size;

    private Network(BigInteger start, int bits, int size) {
        this.start = start;
        this.bits = bits;
        this.size = size;
    }

    static Optional<Network> of(String text) {
        int slash = text.indexOf('/');
        var address = bytes(slash < 0 ? text : text.substring(0, slash));
        if (address == null) {
            return Optional.empty();
        }
        int size = address.length * 8;
        int bits = slash < 0 ? size : whole(text.substring(slash + 1));
        return bits < 0 || bits > size
                ? Optional.empty()
                : Optional.of(new Network(new BigInteger(1, address).shiftRight(size - bits), bits, size));
    }

    @Override
    public boolean test(String text) {
        var address = bytes(text.strip());
        return address != null
                && address.length * 8 == size
                && new BigInteger(1, address).shiftRight(size - bits).equals(start);
    }

    private static int whole(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /// Only what is written as an address: a name would be looked up.
    private static byte @Nullable [] bytes(String text) {
        try {
            return InetAddress.ofLiteral(text).getAddress();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
