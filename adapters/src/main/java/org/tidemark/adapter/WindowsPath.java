// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a file lay on the server, as far as its place in a collection shows.
public final class WindowsPath {
    /// A drive as collectors write it, a folder `C`, `C:` or `C%3A`, before a folder that stands at the top of
    /// a drive.
    private static final Pattern DRIVE = Pattern.compile(
            "(?:^|[/\\\\])([A-Za-z])(?::|%3[Aa])?[/\\\\]"
                    + "((?i:inetpub|Program Files|Program Files \\(x86\\)|Program%20Files|Windows|ProgramData|Users)[/\\\\].*)$");

    private WindowsPath() {}

    /// Null where it cannot be told.
    ///
    /// @param name a name with the folders that it lies in, inside one folder or archive
    public static @Nullable String of(String name) {
        var found = DRIVE.matcher(name);
        return found.find()
                ? found.group(1).toUpperCase(java.util.Locale.ROOT) + ":\\"
                        + found.group(2).replace('/', '\\').replace("%20", " ")
                : null;
    }
}
