// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.masscan;

import org.tidemark.adapter.BadRecord;
import org.tidemark.adapter.Head;
import org.tidemark.adapter.JsonCursor;
import org.tidemark.adapter.JsonShape;
import org.tidemark.adapter.LineFormat;
import org.tidemark.adapter.Sink;

/// masscan's `-oJ` and `-oD`. The array of `-oJ` is not always sound JSON (robertdavidgraham/masscan issue 215: a comma
/// too many, a last element with a bare key), but each host is a line of its own, so it is read by lines.
public final class MasscanFormat implements LineFormat {
    static final String ID = "masscan";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Claim claim(Head head) {
        var shape = JsonShape.of(head);
        boolean array = shape.has("ip", "ports[].port", "timestamp");
        return array || shape.has("ip", "port", "rec_type") ? Claim.CERTAIN : Claim.NO;
    }

    @Override
    public void read(byte[] bytes, int from, int to, Position position, Sink sink) throws BadRecord {
        int start = from;
        int end = to;
        while (start < end && isFrame(bytes[start])) {
            start++;
        }
        while (end > start && isFrame(bytes[end - 1])) {
            end--;
        }
        if (start < end && !isFinish(bytes, start, end)) {
            JsonCursor.read(bytes, start, end, MasscanHost::read)
                    .sightings(position)
                    .forEach(sink::sighting);
        }
    }

    /// What holds the array together, around the record that a line is.
    private static boolean isFrame(byte b) {
        return b == '[' || b == ']' || b == ',' || b == ' ' || b == '\t';
    }

    /// `{finished: 1}`, with which older versions end the array.
    private static boolean isFinish(byte[] bytes, int from, int to) {
        var text = new String(bytes, from, Math.min(to - from, 16), java.nio.charset.StandardCharsets.ISO_8859_1);
        return text.replace(" ", "").startsWith("{finished");
    }
}
