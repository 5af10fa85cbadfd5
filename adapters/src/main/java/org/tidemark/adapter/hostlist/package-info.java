// SPDX-License-Identifier: Apache-2.0
/// Reads plain lists of hosts and builds, as people keep them.
@NullMarked
package org.tidemark.adapter.hostlist;

import org.jspecify.annotations.NullMarked;
