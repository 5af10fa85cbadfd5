// SPDX-License-Identifier: Apache-2.0
/// Reads scenarios, and writes what sensors saw of a simulated population as the files that real sensors leave.
@NullMarked
package org.tidemark.adapter.simulation;

import org.jspecify.annotations.NullMarked;
