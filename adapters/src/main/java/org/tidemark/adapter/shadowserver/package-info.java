// SPDX-License-Identifier: Apache-2.0
/// Reads the CSV reports of the Shadowserver Foundation about mail servers and devices.
@NullMarked
package org.tidemark.adapter.shadowserver;

import org.jspecify.annotations.NullMarked;
