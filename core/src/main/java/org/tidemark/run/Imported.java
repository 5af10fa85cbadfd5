// SPDX-License-Identifier: Apache-2.0
package org.tidemark.run;

/// What came of an import.
public sealed interface Imported {
    StoredFile file();

    /// The file is in now.
    record New(StoredFile file) implements Imported {}

    /// A file of the same bytes was in already, perhaps under another name; nothing was changed.
    record AlreadyIn(StoredFile file) implements Imported {}
}
