// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.IOException;
import java.io.InputStream;
import org.tidemark.fault.Problem;

/// What reads files once nothing is packed around them any more.
interface MemberReader {
    /// Reads one file.
    ///
    /// @param in the file from its beginning
    /// @param spot where it stands
    /// @return how many files no reader claimed and nobody asked for
    long read(Peeked in, Spot spot) throws IOException;

    /// Whether a file is read as it is, even where it looks packed.
    default boolean isWhole(Spot spot) {
        return false;
    }

    /// Whether a file or folder of this name is left out.
    default boolean isLeftOut(String name) {
        return Inputs.isHidden(name);
    }

    /// The members of an archive follow.
    default void archive(Spot spot) {}

    /// A file could not be read on.
    ///
    /// @param cause one sentence
    default void brokeOff(Spot spot, String cause) {}

    /// What to say of a file in which nobody knows anything.
    Problem unknown(String file);

    /// Whether a file need not be read: the very same was read before.
    ///
    /// @param size how many bytes it has, as far as the archive says; negative where it does not
    /// @param content gives it once more from its beginning
    default boolean isRepeated(Spot spot, long size, Content content) throws IOException {
        return false;
    }

    /// Takes in a file that can be opened again at any time, so that a later one can be held against it.
    default void remember(Spot spot, long size, Content content) {}

    /// The bytes of a file as they come, packed or not, on their way to being read.
    default InputStream watched(Spot spot, long size, InputStream in) {
        return in;
    }

    /// A member that no known password opens.
    default void locked(Spot spot) {}

    /// Something that can be read several times.
    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException;
    }
}
