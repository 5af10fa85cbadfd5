// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// One file to read, or standard input.
public final class Input {
    private final String name;
    private final @Nullable Path path;
    private final @Nullable Path folder;
    private final boolean named;
    private final @Nullable InputStream stream;
    private final UnaryOperator<InputStream> filter;

    private Input(
            String name,
            @Nullable Path path,
            @Nullable Path folder,
            boolean named,
            @Nullable InputStream stream,
            UnaryOperator<InputStream> filter) {
        this.name = name;
        this.path = path;
        this.folder = folder;
        this.named = named;
        this.stream = stream;
        this.filter = filter;
    }

    /// @param named whether the user asked for this very file, and not for a folder that it lies in
    public static Input file(Path path, boolean named) {
        return new Input(path.toString(), path, null, named, null, UnaryOperator.identity());
    }

    /// A file that was found in a folder.
    ///
    /// @param folder the folder that was asked for
    static Input found(Path path, Path folder) {
        return new Input(path.toString(), path, folder, false, null, UnaryOperator.identity());
    }

    /// Standard input, which can be read once.
    public static Input standardInput(InputStream stream) {
        return stream("-", stream);
    }

    /// A file whose bytes come from elsewhere; they can be read once.
    ///
    /// @param name what it is called, with the folders that it lies in
    public static Input stream(String name, InputStream stream) {
        return new Input(name, null, null, true, stream, UnaryOperator.identity());
    }

    /// The name as the user would find it.
    public String name() {
        return name;
    }

    /// Where it lies; empty for standard input.
    public Optional<Path> path() {
        return Optional.ofNullable(path);
    }

    /// The folder that was asked for and that it was found in; empty where the file itself was asked for.
    Optional<Path> folder() {
        return Optional.ofNullable(folder);
    }

    public boolean named() {
        return named;
    }

    /// The same, every byte of it going through a filter on its way in.
    public Input through(UnaryOperator<InputStream> filter) {
        return new Input(name, path, folder, named, stream, filter);
    }

    InputStream open() throws IOException {
        return filter.apply(unfiltered());
    }

    /// The same bytes once more, past the filter; nothing for standard input.
    InputStream again() throws IOException {
        return path == null ? InputStream.nullInputStream() : Files.newInputStream(path);
    }

    private InputStream unfiltered() throws IOException {
        if (path != null) {
            return Files.newInputStream(path);
        }
        return stream != null ? stream : InputStream.nullInputStream();
    }
}
