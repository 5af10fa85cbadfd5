// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One step of what happened on a server: findings of one stage, from one address, close together.
///
/// @param campaign the campaign's name; null for findings of no campaign
/// @param time the time of the first of them
/// @param findings their places in the list of all findings, from 0
public record Step(
        String server, @Nullable String campaign, Instant time, Stage stage, String text, List<Integer> findings) {
    public Step {
        findings = List.copyOf(findings);
    }
}
