// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

/// Why there is no evidence of a kind.
///
/// @param status never [Coverage.Status#PRESENT]
/// @param reason one sentence: why it did not come
/// @param how one sentence: how to collect it; empty where nothing is known
public record Absence(Coverage.Status status, String reason, String how) {
    /// What is said where nobody knows who collected, and what was asked for.
    public static final Absence UNEXPLAINED = new Absence(Coverage.Status.NOT_COLLECTED, "", "");

    public Absence {
        if (status == Coverage.Status.PRESENT) {
            throw new IllegalArgumentException("evidence that is there is not absent");
        }
    }

    /// The one of two that says more: what could not be read, then what was not found where somebody looked.
    static Absence stronger(Absence one, Absence other) {
        return other.status.compareTo(one.status) > 0 || (one.reason.isEmpty() && other.status == one.status)
                ? other
                : one;
    }
}
