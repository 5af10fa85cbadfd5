// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One record of a log.
///
/// @param number the record's number in this file. A collector numbers what it was sent anew: the number at the
///     source is the field `System/EventRecordID`
/// @param offset the byte of the file at which the record begins
/// @param written when the log took it; null where the record does not say, and then `System/TimeCreated/@SystemTime`
///     often does
/// @param recovered the record is not in the chain of records from the beginning of its chunk: it lay in free space,
///     where an overwritten or cleared log leaves its older records, or behind damage. Windows would not show it, and
///     parts whose template was written over are missing from it
/// @param fields the event's XML in the order of the document
public record EvtxEvent(
        long number, long offset, @Nullable Instant written, boolean recovered, List<EvtxField> fields) {
    public EvtxEvent {
        fields = List.copyOf(fields);
    }

    /// The first field with this path.
    public @Nullable String value(String path) {
        for (var field : fields) {
            if (field.path().equals(path)) {
                return field.value();
            }
        }
        return null;
    }

    /// The event as XML text, indented. What XML cannot hold is the character U+FFFD in it.
    public String xml() {
        return EvtxXml.of(fields);
    }
}
