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
/// @param skipped files inside folders that are left aside: hidden ones, links, and what is no file
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
        return of(arguments, standardInput, false);
    }

    private static Inputs of(List<String> arguments, InputStream standardInput, boolean evidence) {
        var listing = new Listing(evidence);
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
        listing.tellLinks();
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

    /// Everything in folders but what operating systems put there for themselves, for a hunt: intruders hide files.
    /// Links in folders are not followed: what they lead to may be no evidence at all.
    ///
    /// @throws TidemarkException where an argument is nothing that exists
    public static Inputs ofEvidence(List<String> arguments, InputStream standardInput) {
        return of(arguments, standardInput, true);
    }

    /// What operating systems write beside files, and what no intruder needs.
    static boolean isJunk(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return name.startsWith("._")
                || name.equals("__MACOSX")
                || name.equals(".DS_Store")
                || lower.equals("thumbs.db")
                || lower.equals("desktop.ini")
                || lower.endsWith("zone.identifier");
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
        private final boolean evidence;
        private long skipped;
        private long links;
        private String firstLink = "";

        Listing(boolean evidence) {
            this.evidence = evidence;
        }

        /// @param folder the folder that was asked for; null where the path itself was
        void add(Path path, @Nullable Path folder) {
            var fileName = path.getFileName();
            if (Files.isDirectory(path)) {
                addFolder(path, folder == null ? path : folder);
            } else if (!evidence && fileName != null && isSideFile(fileName.toString())) {
                sideFiles.add(path);
            } else {
                inputs.add(folder == null ? Input.file(path, true) : Input.found(path, folder));
            }
        }

        private void addFolder(Path folder, Path asked) {
            for (var child : children(folder)) {
                boolean link = Files.isSymbolicLink(child);
                if (isLeftOut(child.getFileName().toString())) {
                    skipped += Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS) ? 0 : 1;
                } else if (link && evidence) {
                    firstLink = links++ == 0 ? child.toString() : firstLink;
                    skipped++;
                } else if (Files.isDirectory(child) ? !link : Files.isRegularFile(child)) {
                    // A link to a folder is not followed: it may lead in a circle.
                    add(child, asked);
                } else {
                    skipped++;
                }
            }
        }

        private boolean isLeftOut(String name) {
            return evidence ? isJunk(name) : isHidden(name);
        }

        void tellLinks() {
            if (links > 0) {
                problems.add(Problem.in(
                        firstLink,
                        links == 1
                                ? "This is a link; what it leads to was not read."
                                : "This is a link, the first of " + links + "; what they lead to was not read.",
                        "Copy the files themselves, if they belong to the evidence."));
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
