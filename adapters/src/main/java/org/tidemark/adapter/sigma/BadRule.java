// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.sigma;

/// A rule that is not understood; the message is one sentence.
final class BadRule extends Exception {
    private static final long serialVersionUID = 1L;

    BadRule(String message) {
        super(message, null, false, false);
    }
}
