// SPDX-License-Identifier: Apache-2.0
/// Mail that came back, as it lies in files, Maildir folders and mbox files: taken apart within bounds, and the words
/// by which servers say what happened. What it means is decided elsewhere.
@NullMarked
package org.tidemark.adapter.returnedmail;

import org.jspecify.annotations.NullMarked;
