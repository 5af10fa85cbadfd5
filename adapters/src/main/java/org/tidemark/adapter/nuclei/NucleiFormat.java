// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.nuclei;

import org.tidemark.adapter.BadRecord;
import org.tidemark.adapter.Head;
import org.tidemark.adapter.JsonCursor;
import org.tidemark.adapter.JsonShape;
import org.tidemark.adapter.LineFormat;
import org.tidemark.adapter.Sink;

/// nuclei JSON Lines, one result a line. 2021 spelt some keys otherwise (`templateID`, `matched`, `extracted_results`).
public final class NucleiFormat implements LineFormat {
    static final String ID = "nuclei";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Claim claim(Head head) {
        var shape = JsonShape.of(head);
        boolean fits = shape.hasAny("template-id", "templateID") && shape.hasAny("host", "matched-at", "matched");
        return fits ? Claim.CERTAIN : Claim.NO;
    }

    @Override
    public boolean skipsByNeedles() {
        return true;
    }

    @Override
    public boolean plausible(byte[] bytes, int from, int to) {
        return JsonShape.closes(bytes, from, to);
    }

    @Override
    public void read(byte[] bytes, int from, int to, Position position, Sink sink) throws BadRecord {
        sink.sighting(JsonCursor.read(
                bytes, from, to, json -> new NucleiResult().read(json).sighting(position)));
    }
}
