// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tidemark.fault.Problem;
import org.tidemark.fault.TidemarkException;

/// The files that a list of arguments stands for: folders opened, in the order of the arguments and inside a folder in
/// the order of names.
///
/// @param inputs what is to be read
/// @param sideFiles files that declare a scan: they are no data and are not counted
/// @param problems folders that could not be listed
/// @param skipped files inside folders that are left aside: hidden ones, and what is no file
public record Inputs(List<Input> inputs, List<Path> sideFiles, List<Problem> problems, long skipped) {
    public static final String SIDE_FILE = ".scan.yaml";

    public Inputs {
        inputs = List.copyOf(inputs);
        sideFiles = List.copyOf(sideFiles);
        problems = List.copyOf(problems);
    }

    /// Opens arguments; `-` is standard input.
    ///
    /// @throws TidemarkException where an argument is nothing that exists
    public static Inputs of(List<String> arguments, InputStream standardInput) {
        var listing = new Listing();
        for (var argument : arguments) {
            if (argument.equals("-")) {
                listing.inputs.add(Input.standardInput(standardInput));
                continue;
            }
            if (argument.isBlank()) {
                throw TidemarkException.user("A file name is empty. Is a variable of your script not set?");
            }
            var path = path(argument);
            if (!Files.exists(path)) {
                throw TidemarkException.user("There is no file " + argument + ".");
            }
            listing.add(path, null);
        }
        return new Inputs(listing.inputs, listing.sideFiles, listing.problems, listing.skipped);
    }

    private static Path path(String argument) {
        try {
            return Path.of(argument);
        } catch (java.nio.file.InvalidPathException e) {
            throw TidemarkException.user("There is no file of this name: it holds a character that no name can hold.");
        }
    }

    static boolean isSideFile(String name) {
        return name.endsWith(SIDE_FILE) && name.length() > SIDE_FILE.length();
    }

    static boolean isHidden(String name) {
        return (name.startsWith(".") && !name.matches("\\.{1,2}"))
                || name.equals("__MACOSX")
                || name.equalsIgnoreCase("desktop.ini")
                || name.toLowerCase(Locale.ROOT).endsWith("zone.identifier");
    }

    private static final class Listing {
        private final List<Input> inputs = new ArrayList<>();
        private final List<Path> sideFiles = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private long skipped;

        /// @param folder the folder that was asked for; null where the path itself was
        void add(Path path, @Nullable Path folder) {
            var fileName = path.getFileName();
            if (Files.isDirectory(path)) {
                addFolder(path, folder == null ? path : folder);
            } else if (fileName != null && isSideFile(fileName.toString())) {
                sideFiles.add(path);
            } else {
                inputs.add(folder == null ? Input.file(path, true) : Input.found(path, folder));
            }
        }

        private void addFolder(Path folder, Path asked) {
            for (var child : children(folder)) {
                boolean link = Files.isSymbolicLink(child);
                if (isHidden(child.getFileName().toString())) {
                    skipped += Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS) ? 0 : 1;
                } else if (Files.isDirectory(child) ? !link : Files.isRegularFile(child)) {
                    // A link to a folder is not followed: it may lead in a circle.
                    add(child, asked);
                } else {
                    skipped++;
                }
            }
        }

        private List<Path> children(Path folder) {
            try (var children = Files.list(folder)) {
                return children.sorted(Comparator.comparing(
                                child -> child.getFileName().toString()))
                        .toList();
            } catch (IOException | java.io.UncheckedIOException e) {
                problems.add(
                        Problem.in(folder.toString(), "This folder cannot be listed.", "Check the permissions on it."));
                return List.of();
            }
        }
    }
}
