// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tidemark.hunt.Kind;
import org.tidemark.hunt.Seen;

/// Counts the records of a file and says from when to when they are.
///
/// Most records are only counted. Of those the time is read where the day changes and at the end, which is enough in
/// files that are written in the order of time.
public final class FileTally {
    private static final int LONGEST = 28;
    private static final Instant EARLIEST = Instant.parse("1995-01-01T00:00:00Z");

    private final Kind kind;
    private final Function<String, @Nullable Instant> reading;
    private final TreeSet<LocalDate> days = new TreeSet<>();
    private final String channel;
    private String server = "";
    private long events;
    private @Nullable Instant first;
    private @Nullable Instant last;

    /// @param reading the time that a record begins with; null for what is none
    public FileTally(Kind kind, Function<String, @Nullable Instant> reading) {
        this(kind, "", reading);
    }

    /// @param channel the channel of an event log
    public FileTally(Kind kind, String channel, Function<String, @Nullable Instant> reading) {
        this.channel = channel;
        this.kind = kind;
        this.reading = reading;
    }

    /// Names the computer, unless one was named before.
    public void server(@Nullable String name) {
        if (server.isEmpty() && name != null) {
            server = name;
        }
    }

    /// The computer; empty where none was named.
    public String server() {
        return server;
    }

    /// Counts records whose times are told by [#note] where they matter.
    public void count(long records) {
        events += records;
    }

    /// Takes in the time of a counted record that begins with it: of the first and the last of a day at least.
    public void note(byte[] bytes, int from, int to) {
        note(reading.apply(new String(bytes, from, Math.min(to - from, LONGEST), StandardCharsets.ISO_8859_1)));
    }

    /// Counts a record of this time.
    public void count(@Nullable Instant time) {
        events++;
        note(time);
    }

    private void note(@Nullable Instant time) {
        // A clock that was not set says nothing; it would make a log reach back for ever.
        if (time == null || time.isBefore(EARLIEST)) {
            return;
        }
        days.add(time.atZone(ZoneOffset.UTC).toLocalDate());
        first = first == null || time.isBefore(first) ? time : first;
        last = last == null || time.isAfter(last) ? time : last;
    }

    public Seen seen() {
        return new Seen(server, kind, channel, events, first, last, days);
    }
}
