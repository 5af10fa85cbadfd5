// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;

/// A pack on the class path. A class path has no listing of its own, so a text file in the pack holds one.
///
/// @param prefix the path of the pack, with `/` at its end
record ResourceFiles(ClassLoader loader, String prefix) implements PackFiles {
    static final String LISTING = "files.txt";

    @Override
    public List<String> names() throws IOException {
        return lines(LISTING);
    }

    /// The lines of a text file, without comments and blank ones.
    List<String> lines(String name) throws IOException {
        var lines = new ArrayList<String>();
        try (var in = open(name)) {
            for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    lines.add(line.strip());
                }
            }
        }
        return lines;
    }

    @Override
    public InputStream open(String name) throws IOException {
        var in = loader.getResourceAsStream(prefix + name);
        if (in == null) {
            throw new NoSuchFileException(prefix + name);
        }
        return in;
    }

    @Override
    public String display(String name) {
        return prefix + name;
    }
}
