// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/// Standard output that remembers whether it could be written. An answer that was lost must not end with success; a
/// reader that has seen enough and closes the pipe is no fault.
final class AnswerStream extends FilterOutputStream {
    private static final int INCOMPLETE = 3;

    private @Nullable IOException failure;

    AnswerStream(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        if (failure != null) {
            return;
        }
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            failure = e;
        }
    }

    /// @param buffered what is written through this stream
    /// @param status how the command ended
    /// @return the exit status of the process
    int finish(OutputStream buffered, PrintWriter err, int status) {
        try {
            buffered.flush();
        } catch (IOException e) {
            failure = e;
        }
        if (failure == null || String.valueOf(failure.getMessage()).contains("Broken pipe")) {
            return status;
        }
        err.println("The answer could not be written: " + failure.getMessage() + ".");
        err.flush();
        return INCOMPLETE;
    }
}
