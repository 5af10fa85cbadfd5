// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.eventjson;

import java.util.List;
import java.util.Optional;
import org.tidemark.adapter.BadRecord;

/// One way in which a tool writes an event as an object. It is told by the names of members.
interface EventShape {
    /// The first that fits a record is its shape.
    List<EventShape> ALL = List.of(
            new SystemEvent(),
            FlatEvent.ARTIFACT,
            new BeatEvent(),
            new OldBeatEvent(),
            new AlertEvent(),
            FlatEvent.FORWARDED,
            FlatEvent.EXPORTED,
            new SearchResult());

    boolean fits(Json.Members record);

    JsonEvent read(Json.Members record) throws BadRecord;

    static Optional<EventShape> of(Json.Members record) {
        return ALL.stream().filter(shape -> shape.fits(record)).findFirst();
    }

    /// Whether this is what another tool found in an event, and not the event.
    static boolean isFinding(Json.Members record) {
        return record.has("RuleTitle", "Timestamp")
                || (record.has("group", "kind", "name") && (record.has("document") || record.has("documents")));
    }
}
