// SPDX-License-Identifier: Apache-2.0
/// Servers: what identifies one, and where it was seen.
@NullMarked
package org.tidemark.asset;

import org.jspecify.annotations.NullMarked;
