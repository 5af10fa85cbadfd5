// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import org.jspecify.annotations.Nullable;
import org.tidemark.fault.Problem;

/// A record that cannot be read. The caller makes a problem of it and knows its place, unless the reader knows better.
public final class BadRecord extends Exception {
    private static final long serialVersionUID = 1L;

    private final String cure;
    private final @Nullable Long line;
    private final @Nullable Long offset;

    /// @param cause what is wrong, one sentence
    /// @param cure what the user can do, one sentence
    public BadRecord(String cause, String cure) {
        this(cause, cure, null, null);
    }

    /// @param line the line of the file, from 1
    /// @param offset the byte offset in the file at which the line begins
    public BadRecord(String cause, String cure, @Nullable Long line, @Nullable Long offset) {
        super(cause, null, false, false);
        this.cure = cure;
        this.line = line;
        this.offset = offset;
    }

    public String cause() {
        return String.valueOf(getMessage());
    }

    public String cure() {
        return cure;
    }

    /// Where in a file it is, as far as the reader knows.
    public Problem.Place place(String file) {
        return new Problem.Place(file, line, null, offset);
    }
}
