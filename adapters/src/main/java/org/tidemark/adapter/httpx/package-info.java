// SPDX-License-Identifier: Apache-2.0
/// Reads what ProjectDiscovery's httpx wrote.
@NullMarked
package org.tidemark.adapter.httpx;

import org.jspecify.annotations.NullMarked;
