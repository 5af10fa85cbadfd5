// SPDX-License-Identifier: Apache-2.0
/// Was this server broken into? Records of logs, event logs and files are held against rules; what hits is graded and
/// joined to a verdict a server and campaign, beside what the evidence could have shown.
@NullMarked
package org.tidemark.hunt;

import org.jspecify.annotations.NullMarked;
