// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.IOException;
import org.tidemark.fault.Problem;

/// What reads files once nothing is packed around them any more.
interface MemberReader {
    /// Reads one file.
    ///
    /// @param in the file from its beginning
    /// @param named whether somebody asked for this very file
    /// @return how many files no reader claimed and nobody asked for
    long read(Peeked in, String file, boolean named) throws IOException;

    /// What to say of a file in which nobody knows anything.
    Problem unknown(String file);
}
