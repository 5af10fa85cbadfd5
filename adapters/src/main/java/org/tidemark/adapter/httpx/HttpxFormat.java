// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.httpx;

import org.tidemark.adapter.BadRecord;
import org.tidemark.adapter.Head;
import org.tidemark.adapter.JsonCursor;
import org.tidemark.adapter.JsonShape;
import org.tidemark.adapter.LineFormat;
import org.tidemark.adapter.Sink;

/// httpx JSON Lines, one answer a line. Keys were hyphenated in 2021 (`status-code`) and have underscores now.
public final class HttpxFormat implements LineFormat {
    static final String ID = "httpx";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Claim claim(Head head) {
        var shape = JsonShape.of(head);
        boolean fits = shape.has("url")
                && shape.hasAny("input", "host", "scheme")
                && shape.hasAny("status_code", "status-code", "webserver", "content_length", "content-length", "failed")
                && !shape.hasAny("template-id", "templateID", "_shodan");
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
                bytes, from, to, json -> new HttpxResult().read(json).sighting(position)));
    }
}
