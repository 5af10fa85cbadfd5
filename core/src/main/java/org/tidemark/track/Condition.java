// SPDX-License-Identifier: Apache-2.0
package org.tidemark.track;

import org.jspecify.annotations.Nullable;

/// What is known of a server, and what that makes it to each campaign. A population has a few hundred of them.
///
/// @param product the product's name; null where it is not known
/// @param branch the branch; null where it is not known
/// @param states a letter for each campaign, see [Letter], in the order of the [Judge]'s campaigns
public record Condition(
        Known known, @Nullable String product, @Nullable String branch, String states) {}
