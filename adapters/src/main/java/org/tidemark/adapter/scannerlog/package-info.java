// SPDX-License-Identifier: Apache-2.0
/// Logs that malware scanners of Windows write as text.
@NullMarked
package org.tidemark.adapter.scannerlog;

import org.jspecify.annotations.NullMarked;
