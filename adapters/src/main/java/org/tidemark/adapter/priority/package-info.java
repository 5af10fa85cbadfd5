// SPDX-License-Identifier: Apache-2.0
/// Reads the decision tables that come with the program.
@NullMarked
package org.tidemark.adapter.priority;

import org.jspecify.annotations.NullMarked;
