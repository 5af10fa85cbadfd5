// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The files of a folder by their names.
final class FolderListing implements Listing {
    private final Path folder;
    private final Map<String, Path> files = new LinkedHashMap<>();

    FolderListing(Path folder, List<Input> inputs) {
        this.folder = folder;
        for (var input : inputs) {
            input.path().ifPresent(path -> files.put(name(folder, input), path));
        }
    }

    /// The name of a file below the folder, with `/` between the parts.
    static String name(Path folder, Input input) {
        return input.path()
                .map(path -> folder.relativize(path).toString().replace('\\', '/'))
                .orElse(input.name());
    }

    @Override
    public String file() {
        return folder.toString();
    }

    @Override
    public List<String> names() {
        return List.copyOf(files.keySet());
    }

    @Override
    public String spelled(String name) {
        return name.isEmpty() ? file() : folder.resolve(name).toString();
    }

    @Override
    public String comment() {
        return "";
    }

    @Override
    public byte[] beginning(String name, int most) throws IOException {
        var path = files.get(name);
        if (path == null) {
            throw new IOException("there is no " + name);
        }
        try (var in = Files.newInputStream(path)) {
            return in.readNBytes(most);
        }
    }
}
