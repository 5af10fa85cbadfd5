// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import org.jspecify.annotations.Nullable;

/// Where a file of evidence came from.
///
/// @param file the file as the user would find it; members of archives are joined with `!`
/// @param path the file's path on the server; null where it cannot be told. Of a member of an archive that lay on the
///     server it is the archive's path and the member's name below it
/// @param archived whether it is a member of an archive that lay on the server, and not of one that a collector packed
public record Origin(String file, @Nullable String path, boolean archived) {
    /// A file that lay on the server as it is.
    public Origin(String file, @Nullable String path) {
        this(file, path, false);
    }

    /// What the place of a file inside a collection says of where it lay.
    ///
    /// @param name its name in the folder or archive around it: a `!` in it is nothing but a letter
    static Origin of(String file, String name) {
        return new Origin(file, WindowsPath.of(name));
    }
}
