// SPDX-License-Identifier: Apache-2.0
/// Reads the host documents of Censys, of version 2 and, as far as it is known, of the platform after it.
@NullMarked
package org.tidemark.adapter.censys;

import org.jspecify.annotations.NullMarked;
