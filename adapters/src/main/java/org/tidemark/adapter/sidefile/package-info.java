// SPDX-License-Identifier: Apache-2.0
/// Files beside a scan's output in which it says what it covered.
@NullMarked
package org.tidemark.adapter.sidefile;

import org.jspecify.annotations.NullMarked;
