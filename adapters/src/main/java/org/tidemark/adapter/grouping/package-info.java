// SPDX-License-Identifier: Apache-2.0
/// Reads somebody's own list of who is where: sectors and constituencies of servers, ranges, domains and networks.
@NullMarked
package org.tidemark.adapter.grouping;

import org.jspecify.annotations.NullMarked;
