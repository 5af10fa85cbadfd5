// SPDX-License-Identifier: Apache-2.0
/// YARA rules of a user's own, run by libyara where the machine has it.
@NullMarked
package org.tidemark.adapter.yara;

import org.jspecify.annotations.NullMarked;
