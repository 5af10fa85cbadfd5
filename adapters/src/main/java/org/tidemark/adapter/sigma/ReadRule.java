// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.sigma;

import org.tidemark.hunt.HuntRule;

/// What became of a rule.
public sealed interface ReadRule {
    /// It can be run.
    record Ready(HuntRule rule) implements ReadRule {}

    /// It is sound and cannot run here: a log source that nobody here reads, or a correlation.
    ///
    /// @param id the rule's id or, without one, its title
    /// @param why what it would need, a few words that are the same for all such rules
    record Elsewhere(String id, String why) implements ReadRule {}

    /// It is not understood.
    ///
    /// @param id the rule's id or, without one, its title; empty where it has neither
    /// @param cause one sentence that names what is not understood
    record Refused(String id, String cause) implements ReadRule {}
}
