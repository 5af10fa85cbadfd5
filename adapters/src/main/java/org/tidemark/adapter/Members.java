// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An open archive: its members, in the order in which they are best read, and their content.
///
/// Every fault of a library comes out as an [IOException].
interface Members extends Closeable {
    /// @return the members without folders
    List<Member> list();

    /// What somebody wrote about the archive as a whole; empty where there is nothing.
    default String comment() {
        return "";
    }

    /// What is damaged, as a sentence; null where nothing is.
    default @Nullable String damage() {
        return null;
    }

    /// @throws Locked where no password opens it
    InputStream open(Member member) throws IOException;

    /// @param most how many members may be listed; more is told as damage
    static Members open(Packing packing, Held held, Passwords passwords, int most) throws IOException {
        try {
            return switch (packing) {
                case ZIP, EMPTY_ZIP -> ZipMembers.open(held, passwords, most);
                case TAR -> new TarMembers(held, most);
                case SEVEN_ZIP -> new SevenZipMembers(held, passwords);
                case NONE, GZIP, ZSTD, XZ -> throw new IllegalArgumentException(packing + " is no archive");
            };
        } catch (RuntimeException e) {
            throw new IOException("it is damaged: " + e, e);
        }
    }

    /// Content that no known password opens.
    final class Locked extends IOException {
        private static final long serialVersionUID = 1L;

        Locked() {
            super("it is encrypted");
        }
    }
}
