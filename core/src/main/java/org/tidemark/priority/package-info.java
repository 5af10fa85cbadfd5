// SPDX-License-Identifier: Apache-2.0
/// In which order to work on servers: official decision tables, and what goes before what where they say the same.
///
/// Begin with [org.tidemark.priority.Prioritiser]. Nothing is weighed or summed up: rows are sorted by one column after
/// the other, so that each place can be explained.
@NullMarked
package org.tidemark.priority;

import org.jspecify.annotations.NullMarked;
