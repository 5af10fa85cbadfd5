// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

import org.jspecify.annotations.Nullable;

/// What of a log could not be read, or is doubtful.
///
/// @param record the number of the record, where one record alone is concerned and its number is known
/// @param offset the byte of the file at which the record, the chunk or the file's header begins
/// @param cause what is wrong, one sentence
/// @param cure what the user can do, one sentence
public record EvtxFault(@Nullable Long record, long offset, String cause, String cure) {}
