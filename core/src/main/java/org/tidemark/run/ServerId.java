// SPDX-License-Identifier: Apache-2.0
package org.tidemark.run;

import java.util.HexFormat;
import org.tidemark.asset.TextHash;
import org.tidemark.exposure.Observation;
import org.tidemark.exposure.ServerBook;

/// A short name for a server that is the same in every run.
///
/// It is made of what [ServerBook] tells servers apart by: address and port, else the name it gave itself, else host
/// name and port. The certificate is no part of it: one wildcard certificate stands on many servers, and they must not
/// become one.
///
/// @param number the first 64 bits of the SHA-256 of that text; among a million servers two share one with a
///     probability of 3 in 100,000,000
public record ServerId(long number) {
    public static ServerId of(Observation seen) {
        return new ServerId(hash(ServerBook.key(seen)));
    }

    /// The number of a text, see [TextHash].
    public static long hash(String text) {
        return TextHash.of(text);
    }

    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(number);
    }
}
