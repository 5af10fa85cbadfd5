// SPDX-License-Identifier: Apache-2.0
/// Reads how many servers run which branch, as somebody counted or assumed it.
@NullMarked
package org.tidemark.adapter.population;

import org.jspecify.annotations.NullMarked;
