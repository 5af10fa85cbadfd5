// SPDX-License-Identifier: Apache-2.0

/// A population of servers over time: what state each is in on each day, and what that adds up to.
@NullMarked
package org.tidemark.track;

import org.jspecify.annotations.NullMarked;
