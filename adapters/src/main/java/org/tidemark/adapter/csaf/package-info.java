// SPDX-License-Identifier: Apache-2.0
/// Advisories in the Common Security Advisory Framework 2.0 (OASIS, November 2022): what a pack says of a campaign's
/// products (profile *security advisory*, section 4.4), and where the builds in use stand (profile *VEX*, 4.5).
@NullMarked
package org.tidemark.adapter.csaf;

import org.jspecify.annotations.NullMarked;
