// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

/// What an input may cost. All input is hostile until read: without these a small file could fill memory or run for
/// days.
///
/// @param lineBytes the longest line or CSV record that is held
/// @param members the most members of an archive that are looked at
/// @param unpackedBytes the most bytes that one file may unpack to, all members together
/// @param ratio how many times its packed size a file may unpack to
/// @param ratioFrom the unpacked size from which the ratio counts; repetitive small files pack very well
/// @param heldBytes the most that is held in memory of an archive that comes without a file, by standard input
/// or inside
///     another; what is larger goes into a temporary file
public record Limits(int lineBytes, int members, long unpackedBytes, long ratio, long ratioFrom, int heldBytes) {
    static final int LONGEST_LINE = 16 << 20;

    /// A scan of all of port 443 is about 0.4 TB unpacked; deflate packs at most 1,032 to one.
    public static final Limits DEFAULT = new Limits(LONGEST_LINE, 100_000, 4L << 40, 5_000, 1L << 30, 64 << 20);

    public Limits {
        if (lineBytes < 1 || members < 1 || unpackedBytes < 1 || ratio < 1 || ratioFrom < 0 || heldBytes < 1) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }
}
