// SPDX-License-Identifier: Apache-2.0
/// Reads masscan's JSON, NDJSON and XML output.
@NullMarked
package org.tidemark.adapter.masscan;

import org.jspecify.annotations.NullMarked;
