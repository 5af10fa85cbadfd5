// SPDX-License-Identifier: Apache-2.0
package org.tidemark.advisory;

/// Whether the vendor still makes updates for a branch.
public enum SupportState {
    SUPPORTED("supported"),
    /// Updates reach paying customers only.
    EXTENDED("extended"),
    OUT_OF_SUPPORT("out-of-support");

    private final String label;

    SupportState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
