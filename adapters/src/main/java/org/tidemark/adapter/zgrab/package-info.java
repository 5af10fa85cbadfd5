// SPDX-License-Identifier: Apache-2.0
/// Reads what ZGrab2 wrote: one JSON line a target, one object a module below `data`.
@NullMarked
package org.tidemark.adapter.zgrab;

import org.jspecify.annotations.NullMarked;
