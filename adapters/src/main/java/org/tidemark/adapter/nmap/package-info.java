// SPDX-License-Identifier: Apache-2.0
/// Reads nmap's XML output.
@NullMarked
package org.tidemark.adapter.nmap;

import org.jspecify.annotations.NullMarked;
