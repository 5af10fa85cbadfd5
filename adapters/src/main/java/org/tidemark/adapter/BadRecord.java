// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

/// A record that cannot be read. The caller knows the place and makes a problem of it.
public final class BadRecord extends Exception {
    private static final long serialVersionUID = 1L;

    private final String cure;

    /// @param cause what is wrong, one sentence
    /// @param cure what the user can do, one sentence
    public BadRecord(String cause, String cure) {
        super(cause, null, false, false);
        this.cure = cure;
    }

    public String cause() {
        return String.valueOf(getMessage());
    }

    public String cure() {
        return cure;
    }
}
