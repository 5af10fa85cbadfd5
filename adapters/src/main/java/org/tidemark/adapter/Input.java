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
    private final boolean named;
    private final @Nullable InputStream stream;
    private final UnaryOperator<InputStream> filter;

    private Input(
            String name,
            @Nullable Path path,
            boolean named,
            @Nullable InputStream stream,
            UnaryOperator<InputStream> filter) {
        this.name = name;
        this.path = path;
        this.named = named;
        this.stream = stream;
        this.filter = filter;
    }

    /// @param named whether the user asked for this very file, and not for a folder that it lies in
    public static Input file(Path path, boolean named) {
        return new Input(path.toString(), path, named, null, UnaryOperator.identity());
    }

    /// Standard input, which can be read once.
    public static Input standardInput(InputStream stream) {
        return stream("-", stream);
    }

    /// A file whose bytes come from elsewhere; they can be read once.
    ///
    /// @param name what it is called, with the folders that it lies in
    public static Input stream(String name, InputStream stream) {
        return new Input(name, null, true, stream, UnaryOperator.identity());
    }

    /// A member of an archive, whose bytes somebody else holds.
    static Input member(String name, boolean named) {
        return new Input(name, null, named, null, UnaryOperator.identity());
    }

    /// The name as the user would find it.
    public String name() {
        return name;
    }

    /// Where it lies; empty for standard input.
    public Optional<Path> path() {
        return Optional.ofNullable(path);
    }

    public boolean named() {
        return named;
    }

    /// The same, every byte of it going through a filter on its way in.
    public Input through(UnaryOperator<InputStream> filter) {
        return new Input(name, path, named, stream, filter);
    }

    InputStream open() throws IOException {
        return filter.apply(unfiltered());
    }

    private InputStream unfiltered() throws IOException {
        if (path != null) {
            return Files.newInputStream(path);
        }
        return stream != null ? stream : InputStream.nullInputStream();
    }
}
