// SPDX-License-Identifier: Apache-2.0
/// Reads hunt rules written in Sigma (specification 2.1): what Tidemark knows of it, and what it does not, is said of
/// every rule; nothing that is not understood counts as "no match".
@NullMarked
package org.tidemark.adapter.sigma;

import org.jspecify.annotations.NullMarked;
