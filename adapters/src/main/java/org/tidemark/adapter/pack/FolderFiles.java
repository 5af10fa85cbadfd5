// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A pack in a folder.
record FolderFiles(Path folder) implements PackFiles {
    private static final int DEEPEST = 16;

    @Override
    public List<String> names() throws IOException {
        var names = new ArrayList<String>();
        try (var paths = Files.walk(folder, DEEPEST)) {
            for (var path : (Iterable<Path>) paths::iterator) {
                var name = relative(path);
                if (!name.equals(ResourceFiles.LISTING) && !hidden(name) && Files.isRegularFile(path)) {
                    names.add(name);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return names;
    }

    private String relative(Path path) {
        var name = new StringBuilder();
        for (var part : folder.relativize(path)) {
            name.append(name.isEmpty() ? "" : "/").append(part);
        }
        return name.toString();
    }

    private static boolean hidden(String name) {
        return name.startsWith(".") || name.contains("/.");
    }

    @Override
    public InputStream open(String name) throws IOException {
        return Files.newInputStream(folder.resolve(name));
    }

    @Override
    public String display(String name) {
        return name.isEmpty() ? folder.toString() : folder.resolve(name).toString();
    }
}
