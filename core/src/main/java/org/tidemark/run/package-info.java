// SPDX-License-Identifier: Apache-2.0
/// The product in one method, and what it needs: the knowledge that is loaded and the store that it fills.
@NullMarked
package org.tidemark.run;

import org.jspecify.annotations.NullMarked;
