// SPDX-License-Identifier: Apache-2.0
/// Reads numbers that others published about a population.
@NullMarked
package org.tidemark.adapter.published;

import org.jspecify.annotations.NullMarked;
