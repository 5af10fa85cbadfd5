// SPDX-License-Identifier: Apache-2.0
/// Reads the CSV of CERT.at's exchange-scans, which has no header.
@NullMarked
package org.tidemark.adapter.exchangescans;

import org.jspecify.annotations.NullMarked;
