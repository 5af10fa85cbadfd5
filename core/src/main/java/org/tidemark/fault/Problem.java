// SPDX-License-Identifier: Apache-2.0
package org.tidemark.fault;

import org.jspecify.annotations.Nullable;

/// A part of the input that could not be read. The rest is still processed; the result is partial.
///
/// @param place where it is
/// @param cause what is wrong, one sentence
/// @param cure what the user can do about it, one sentence
public record Problem(Place place, String cause, String cure) {

    /// A place in the input.
    ///
    /// @param file the file as the user would find it; members of archives are joined with `!`
    /// @param line the line, from 1; null where the format has none
    /// @param record the record, from 1; null where lines say it
    /// @param offset the byte offset in the (unpacked) file; null where it is not known
    public record Place(
            String file,
            @Nullable Long line,
            @Nullable Long record,
            @Nullable Long offset) {
        public static Place file(String file) {
            return new Place(file, null, null, null);
        }

        public static Place line(String file, long line, long offset) {
            return new Place(file, line, null, offset);
        }
    }

    public static Problem in(String file, String cause, String cure) {
        return new Problem(Place.file(file), cause, cure);
    }
}
