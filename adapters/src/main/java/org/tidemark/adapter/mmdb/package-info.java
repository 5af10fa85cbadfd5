// SPDX-License-Identifier: Apache-2.0
/// Looks up countries and networks of addresses in files of the MaxMind DB format, which the user brings.
@NullMarked
package org.tidemark.adapter.mmdb;

import org.jspecify.annotations.NullMarked;
