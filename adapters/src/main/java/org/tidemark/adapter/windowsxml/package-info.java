// SPDX-License-Identifier: Apache-2.0
/// XML files of a Windows server that say what starts by itself: scheduled tasks, and the agents that see every
/// message.
@NullMarked
package org.tidemark.adapter.windowsxml;

import org.jspecify.annotations.NullMarked;
