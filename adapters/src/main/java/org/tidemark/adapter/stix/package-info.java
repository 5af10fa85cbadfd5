// SPDX-License-Identifier: Apache-2.0
/// A bundle of STIX 2.1 (OASIS, June 2021): flaws, the updates that close them, servers that have them, and where
/// intruders were seen.
@NullMarked
package org.tidemark.adapter.stix;

import org.jspecify.annotations.NullMarked;
