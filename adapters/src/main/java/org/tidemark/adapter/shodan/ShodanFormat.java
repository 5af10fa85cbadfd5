// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.shodan;

import org.tidemark.adapter.BadRecord;
import org.tidemark.adapter.Head;
import org.tidemark.adapter.JsonCursor;
import org.tidemark.adapter.JsonShape;
import org.tidemark.adapter.LineFormat;
import org.tidemark.adapter.Sink;

/// Shodan banners, one JSON line a service.
public final class ShodanFormat implements LineFormat {
    static final String ID = "shodan";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Claim claim(Head head) {
        var shape = JsonShape.of(head);
        if (shape.has("_shodan", "port")) {
            return Claim.CERTAIN;
        }
        return shape.has("ip_str", "port") ? Claim.LIKELY : Claim.NO;
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
                bytes, from, to, json -> new ShodanBanner().read(json).sighting(position)));
    }
}
