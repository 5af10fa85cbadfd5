// SPDX-License-Identifier: Apache-2.0
package org.tidemark.fault;

/// A command cannot go on. The message is one or more sentences for a person: what is wrong, and what to do.
public final class TidemarkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    public TidemarkException(ErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    public TidemarkException(ErrorCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /// The user's mistake: exit status 2.
    public static TidemarkException user(String message) {
        return new TidemarkException(ErrorCode.USER, message);
    }

    public ErrorCode code() {
        return code;
    }
}
