// SPDX-License-Identifier: Apache-2.0
package org.tidemark.track;

/// What a server is to a campaign on a day. Each server that was seen and is not outside is in exactly one.
public enum State {
    /// A flaw of the campaign is open, by a build below the fix or by a branch older than every listed one.
    VULNERABLE,
    /// Positive evidence that every flaw of the campaign is fixed.
    PATCHED,
    /// A flaw is open, and something reported hinders its use. Mitigated is not patched.
    MITIGATED,
    /// Seen, and the evidence does not decide.
    UNKNOWN,
    /// Not seen in two scans in a row that covered it. Gone is not patched.
    GONE
}
