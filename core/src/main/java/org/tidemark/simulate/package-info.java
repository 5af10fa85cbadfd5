// SPDX-License-Identifier: Apache-2.0
/// A population of servers that lives through a wave of attacks, and what sensors see of it.
///
/// It is there to test trackers, so it uses nothing of one: what is true here is known, not concluded.
@NullMarked
package org.tidemark.simulate;

import org.jspecify.annotations.NullMarked;
