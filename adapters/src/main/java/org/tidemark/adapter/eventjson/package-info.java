// SPDX-License-Identifier: Apache-2.0
/// Windows event logs as JSON Lines, as the tools write them that dump, collect or forward event logs.
@NullMarked
package org.tidemark.adapter.eventjson;

import org.jspecify.annotations.NullMarked;
