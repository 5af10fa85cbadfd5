// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.eventjson;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.FileTally;
import org.tidemark.adapter.Times;
import org.tidemark.fault.Problem;
import org.tidemark.hunt.Kind;
import org.tidemark.hunt.Seen;

/// One computer whose events a file holds: how many, from when to when, and how far its local times are from UTC.
final class Host {
    /// More channels than any computer has; what comes after them counts to none.
    private static final int MOST_CHANNELS = 2_000;

    private final String name;
    private final Room room;
    private final Map<String, Log> logs = new LinkedHashMap<>();
    private @Nullable Duration offset;
    private Problem.@Nullable Place firstUnstated;
    private boolean hurried;

    Host(String name, Room room) {
        this.name = name;
        this.room = room;
    }

    /// What is counted of one channel.
    private static final class Log {
        private final FileTally tally;
        private final Unsettled stated;
        private final Unsettled unstated;

        Log(String server, String channel, Room room) {
            this.tally = new FileTally(Kind.EVENT_LOG, channel, Times::instant);
            this.tally.server(server);
            this.stated = new Unsettled(room);
            this.unstated = new Unsettled(room);
        }
    }

    private Log log(String channel) {
        var known = logs.size() < MOST_CHANNELS || logs.containsKey(channel) ? channel : "";
        return logs.computeIfAbsent(known, told -> new Log(name, told, room));
    }

    /// How many times all computers of a file may keep until an offset is told. What is beyond is counted, and
    /// of its
    /// times only the latest known.
    static final class Room {
        private int left = 300_000;

        private boolean take() {
            if (left == 0) {
                return false;
            }
            left--;
            return true;
        }
    }

    /// Whether it is one computer, so that one event tells the offset of others.
    boolean mayTell() {
        return !name.isEmpty();
    }

    /// By how much its local times are ahead of UTC; null as long as no event told.
    @Nullable
    Duration offset() {
        return offset;
    }

    /// Counts an event and takes in what it tells of the offset.
    void count(JsonEvent event, Problem.Place place) {
        var told = mayTell() ? event.offset() : null;
        var log = log(event.channel());
        if (told != null) {
            learn(told);
        }
        var local = event.stamp().local();
        if (local == null) {
            log.tally.count(event.stamp().time());
        } else if (offset != null) {
            log.tally.count(local.minus(offset));
        } else if (event.stamp().time() != null) {
            log.stated.add(local);
        } else {
            log.unstated.add(local);
            firstUnstated = firstUnstated == null ? place : firstUnstated;
        }
    }

    private void learn(Duration told) {
        offset = told;
        for (var log : logs.values()) {
            log.stated.settle(log.tally, told);
            log.unstated.settle(log.tally, told);
        }
        firstUnstated = null;
    }

    /// The first event whose time zone nothing tells; null where there is none.
    Problem.@Nullable Place firstUnstated() {
        return firstUnstated;
    }

    /// Takes in that one of its events went out before its offset was told.
    void hurried() {
        hurried = true;
    }

    /// Whether an event went out with another time than it would have by now.
    boolean toldTooLate() {
        return hurried && offset != null;
    }

    /// What the file held of it, at the end; one for each channel.
    List<Seen> seen() {
        return logs.values().stream()
                .map(log -> {
                    log.stated.settle(log.tally, Duration.ZERO);
                    log.unstated.settle(log.tally, null);
                    return log.tally.seen();
                })
                .toList();
    }

    /// Events that wait for the offset of their times. Of each quarter of an hour one time is kept, and the
    /// latest of
    /// all: by whole quarters offsets differ.
    private static final class Unsettled {
        private static final long QUARTER = 15 * 60L;

        private final Room room;
        private final TreeMap<Long, Instant> quarters = new TreeMap<>();
        private Instant latest = Instant.MIN;
        private long events;

        Unsettled(Room room) {
            this.room = room;
        }

        void add(Instant local) {
            events++;
            long quarter = Math.floorDiv(local.getEpochSecond(), QUARTER);
            if (quarters.containsKey(quarter) || room.take()) {
                quarters.merge(quarter, local, (one, other) -> one.isBefore(other) ? one : other);
            }
            latest = local.isAfter(latest) ? local : latest;
        }

        /// @param offset null where it stays unknown: the events are counted without their times
        void settle(FileTally tally, @Nullable Duration offset) {
            long left = events;
            if (offset != null) {
                for (var local : quarters.values()) {
                    tally.count(local.minus(offset));
                    left--;
                }
                if (left > 0) {
                    tally.count(latest.minus(offset));
                    left--;
                }
            }
            for (; left > 0; left--) {
                tally.count((Instant) null);
            }
            room.left += quarters.size();
            quarters.clear();
            events = 0;
            latest = Instant.MIN;
        }
    }
}
