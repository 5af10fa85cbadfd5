// SPDX-License-Identifier: Apache-2.0
/// Abuse reports in the form X-ARF 4 (schema 4.2.0): a flaw that is open on a server, and a server that was
/// broken into.
@NullMarked
package org.tidemark.adapter.xarf;

import org.jspecify.annotations.NullMarked;
