// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.zgrab;

import org.tidemark.adapter.BadRecord;
import org.tidemark.adapter.Head;
import org.tidemark.adapter.JsonCursor;
import org.tidemark.adapter.JsonShape;
import org.tidemark.adapter.LineFormat;
import org.tidemark.adapter.Sink;

/// ZGrab2 JSON Lines, as it was in 2021 and as it is in 2026.
///
/// Each module below `data` is a sighting of its own; its key is the name that the user gave the module, so any name
/// counts. A module without an answer (a timeout, a refused connection) is a sighting without evidence.
public final class ZgrabFormat implements LineFormat {
    public static final String ID = "zgrab2";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Claim claim(Head head) {
        var shape = JsonShape.of(head);
        boolean modules =
                shape.hasObject("data") && (shape.hasBelowAny("data", "status") || shape.hasBelowAny("data", "result"));
        return modules && shape.hasAny("ip", "domain") ? Claim.CERTAIN : Claim.NO;
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
        JsonCursor.read(bytes, from, to, ZgrabLine::read).sightings(position).forEach(sink::sighting);
    }
}
