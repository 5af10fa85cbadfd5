// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.censys;

import org.tidemark.adapter.BadRecord;
import org.tidemark.adapter.Head;
import org.tidemark.adapter.JsonCursor;
import org.tidemark.adapter.JsonShape;
import org.tidemark.adapter.LineFormat;
import org.tidemark.adapter.Sink;

/// Censys host documents, one JSON line a host. Each service that speaks HTTP, SMTP, IMAP or POP3 is a sighting.
///
/// The API of version 2 puts the document into `result`; the platform that followed it into `host` or
/// `result.resource`, with answers in `services[].endpoints[].http`.
public final class CensysFormat implements LineFormat {
    static final String ID = "censys";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Claim claim(Head head) {
        var shape = JsonShape.of(head);
        boolean bare = shape.has("ip", "services") && shape.hasAny("services[].port", "last_updated_at");
        boolean wrapped =
                shape.hasAny("result.services", "host.services", "resource.services", "result.resource.services");
        return bare || wrapped ? Claim.CERTAIN : Claim.NO;
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
        JsonCursor.read(bytes, from, to, json -> new CensysHost().read(json))
                .sightings(position)
                .forEach(sink::sighting);
    }
}
