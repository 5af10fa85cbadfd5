// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import org.jspecify.annotations.Nullable;

/// Where a file of evidence came from.
///
/// @param file the file as the user would find it; members of archives are joined with `!`
/// @param path the file's path on the server; null where it cannot be told
public record Origin(String file, @Nullable String path) {
    /// What the place of a file inside a collection says of where it lay.
    public static Origin of(String file) {
        return new Origin(file, WindowsPath.of(file));
    }
}
