// SPDX-License-Identifier: Apache-2.0
/// Reads what ProjectDiscovery's nuclei wrote.
@NullMarked
package org.tidemark.adapter.nuclei;

import org.jspecify.annotations.NullMarked;
