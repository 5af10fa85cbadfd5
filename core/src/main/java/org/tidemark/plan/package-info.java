// SPDX-License-Identifier: Apache-2.0
/// What exactly must be installed, in which order, and the road to a supported product.
///
/// Start with [org.tidemark.plan.Planner]. What it knows beside the catalogue (platforms, directory levels, which
/// products live together, pitfalls) is [org.tidemark.plan.UpgradeFacts], which a knowledge pack brings.
@NullMarked
package org.tidemark.plan;

import org.jspecify.annotations.NullMarked;
