// SPDX-License-Identifier: Apache-2.0
/// What all readers share: opening files, folders and archives, recognising a format by its content, and the
/// interfaces that a format implements. A package below this one reads one source; none of them uses another.
@NullMarked
package org.tidemark.adapter;

import org.jspecify.annotations.NullMarked;
