// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import java.util.List;

/// All that a hunt says, in an order that does not depend on the order of the input.
///
/// @param unlisted how many more records hit, of which only the number is kept
public record HuntResult(
        List<Finding> findings, List<Step> timeline, List<Coverage> coverage, List<Hunted> hunted, long unlisted) {
    public HuntResult {
        findings = List.copyOf(findings);
        timeline = List.copyOf(timeline);
        coverage = List.copyOf(coverage);
        hunted = List.copyOf(hunted);
    }
}
