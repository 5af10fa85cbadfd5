// SPDX-License-Identifier: Apache-2.0
/// What is told to other programs and people: servers with their flaws and what hunts said of them, what a document is
/// about, who publishes it and who may read it. Knows no format; adapters write from it.
@NullMarked
package org.tidemark.export;

import org.jspecify.annotations.NullMarked;
