// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.collector;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Files as they lie on a drive.
///
/// @param drive the letter, where the collection begins below it; null where the first folder names it,
/// `C/Windows/…` in
///     one of its spellings
record Copy(@Nullable String drive) implements Layout {
    /// A copy that begins below a drive, `Windows/…`. Where its own folder is not called like one, it is taken
    /// as C:.
    ///
    /// @param place the folder or archive with `/` between its parts
    static Copy below(String place) {
        var letter = Paths.driveLetter(Label.last(place));
        return new Copy(letter == null ? "C" : letter);
    }

    @Override
    public @Nullable String path(String name) {
        List<String> parts = Paths.parts(name);
        return drive == null ? Paths.withDrive(parts) : parts.size() < 2 ? null : Paths.below(drive, parts);
    }
}
