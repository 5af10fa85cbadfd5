// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.sigma;

/// A rule that is not understood; the message is one sentence.
class BadRule extends Exception {
    private static final long serialVersionUID = 1L;

    BadRule(String message) {
        super(message, null, false, false);
    }

    /// A rule that is understood and asks for what nobody here has; the message is a few words for it.
    static final class Elsewhere extends BadRule {
        private static final long serialVersionUID = 1L;

        Elsewhere(String what) {
            super(what);
        }
    }
}
