// SPDX-License-Identifier: Apache-2.0
/// Events for IntelMQ, as CSV and as JSON Lines: the fields of its harmonization, and what it has no field for under
/// `extra.`
@NullMarked
package org.tidemark.adapter.intelmq;

import org.jspecify.annotations.NullMarked;
