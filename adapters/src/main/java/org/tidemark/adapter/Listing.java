// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.IOException;
import java.util.List;

/// The files of a folder or an archive by their names, before any of them is read as evidence.
public interface Listing {
    /// The folder or archive as the user would find it.
    String file();

    /// The same with `/` between all parts, those of names and those of archives.
    default String place() {
        return file();
    }

    /// The names below it, in order, with `/` between their parts; a name may come twice.
    List<String> names();

    /// A file as the user would find it.
    String spelled(String name);

    /// What somebody wrote about the archive as a whole; empty where there is nothing.
    String comment();

    /// The beginning of a file.
    ///
    /// @param most the most bytes that are given
    /// @throws IOException where there is no such file, or it cannot be read
    byte[] beginning(String name, int most) throws IOException;
}
