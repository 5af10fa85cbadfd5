// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.IOException;

/// A format that is read from its beginning: XML, CSV with a header, a JSON document.
public non-sealed interface DocumentFormat extends Format {
    /// Reads a whole file. Bad records go to the sink as problems; what follows them is still read.
    ///
    /// @throws BadRecord where nothing after the place can be read; what was given to the sink before stands
    /// @throws IOException where the file itself cannot be read on
    void read(Document document, Sink sink) throws IOException, BadRecord;
}
