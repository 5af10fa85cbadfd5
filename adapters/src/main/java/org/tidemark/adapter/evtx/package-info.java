// SPDX-License-Identifier: Apache-2.0
/// Reads Windows event logs (EVTX): records in binary XML, in chunks of 64 KiB that each stand for themselves.
///
/// What the format is, say [MS-EVEN6] (section 2.2.12, BinXml) and libyal's "Windows XML Event Log (EVTX) format".
@NullMarked
package org.tidemark.adapter.evtx;

import org.jspecify.annotations.NullMarked;
