// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.IOException;
import java.io.InputStream;

/// A format that is read from its beginning: XML, CSV with a header, a JSON document.
public non-sealed interface DocumentFormat extends Format {
    /// Reads a whole file. Bad records go to the sink as problems; what follows them is still read.
    ///
    /// @param in the unpacked file from its beginning, as UTF-8 and without a byte order mark; not closed here
    /// @throws BadRecord where nothing after the place can be read; what was given to the sink before stands
    /// @throws IOException where the file itself cannot be read on
    void read(InputStream in, String file, Sink sink) throws IOException, BadRecord;
}
