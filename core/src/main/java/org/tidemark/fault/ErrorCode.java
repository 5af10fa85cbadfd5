// SPDX-License-Identifier: Apache-2.0
package org.tidemark.fault;

/// Why a command could not go on. The code alone decides the exit status.
public enum ErrorCode {
    /// The user asked for something that cannot be: an unknown option, a text that is no build, a missing file.
    USER(2),
    /// Something outside did not answer or is damaged: a store that another process holds, a disk that is full.
    EXTERNAL(3),
    /// A knowledge pack does not hold together.
    PACK(2);

    private final int exitStatus;

    ErrorCode(int exitStatus) {
        this.exitStatus = exitStatus;
    }

    public int exitStatus() {
        return exitStatus;
    }
}
