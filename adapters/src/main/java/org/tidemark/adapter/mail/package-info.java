// SPDX-License-Identifier: Apache-2.0
/// Writes mail and hands it to a relay; reads who sends it and the words of notices.
@NullMarked
package org.tidemark.adapter.mail;

import org.jspecify.annotations.NullMarked;
