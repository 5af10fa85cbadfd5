// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

/// What is known of the files of a folder or archive by standing in it: where they lay before somebody collected them.
///
/// @see Collectors who makes it
public interface Surroundings {
    /// Nothing is known but a file's own name.
    Surroundings UNKNOWN = new Surroundings() {
        @Override
        public Origin origin(String file, String name) {
            return Origin.of(file, name);
        }

        @Override
        public Surroundings inside(String name, Listing archive) {
            return this;
        }
    };

    /// Where a file came from.
    ///
    /// @param file the file as the user would find it
    /// @param name its name in the folder or archive, with `/` between the parts
    Origin origin(String file, String name);

    /// What is known of the members of an archive that stands here.
    Surroundings inside(String name, Listing archive);

    /// Whether anybody knows who collected any of it; what it lacks is told elsewhere then.
    default boolean isCollection() {
        return false;
    }

    /// Whether a file is left unread: it is the collector's own, or was told to be unreadable already.
    default boolean isLeftAside(String name) {
        return false;
    }

    /// Which collection a file belongs to: copies of one file are copies only inside it. Empty where none is known.
    default String collection(String name) {
        return "";
    }

    /// A file stands here that nobody can open, and what it holds is not known.
    ///
    /// @param reason one sentence
    default void closed(String name, String reason) {}
}
