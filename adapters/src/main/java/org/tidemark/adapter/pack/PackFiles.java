// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/// Where the files of one pack come from.
///
/// A pack is a set of files with relative names, parted by `/`. Whoever brings another home for packs, an archive for
/// example, implements this.
public interface PackFiles {

    /// All files of the pack, in any order.
    List<String> names() throws IOException;

    /// Opens a file. The caller closes it and reads no more than it is willing to keep.
    InputStream open(String name) throws IOException;

    /// The place of a file as a user would find it, for messages. The empty name is the pack itself.
    String display(String name);

    /// The files below a folder. Those whose name or folder begins with a dot are left out.
    static PackFiles folder(Path folder) {
        return new FolderFiles(folder);
    }

    /// The files of a pack that came with the program: resources below `packs/<id>/` that
    /// `packs/<id>/files.txt` lists.
    static PackFiles bundled(ClassLoader loader, String id) {
        return new ResourceFiles(loader, "packs/" + id + "/");
    }

    /// The packs that came with the program, as `packs/index.txt` lists them.
    static List<String> bundledIds(ClassLoader loader) throws IOException {
        return new ResourceFiles(loader, "packs/").lines("index.txt");
    }
}
