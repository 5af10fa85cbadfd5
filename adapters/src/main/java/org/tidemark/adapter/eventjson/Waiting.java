// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.eventjson;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tidemark.hunt.Kind;
import org.tidemark.hunt.Trace;

/// Events on their way to the hunt, in the order of the file. One whose time zone may still be told waits, and those
/// behind it with it.
final class Waiting {
    private static final int MOST = 20_000;
    private static final long MOST_TEXT = 16L << 20;

    private final Consumer<Trace> out;
    private final ArrayDeque<Held> held = new ArrayDeque<>();
    private long text;

    Waiting(Consumer<Trace> out) {
        this.out = out;
    }

    /// @param offset what was known of the host's offset when the event was read
    private record Held(
            JsonEvent event, Host host, @Nullable Duration offset, Trace.Place place, int text) {
        boolean settled() {
            return event.stamp().local() == null || !host.mayTell() || host.offset() != null;
        }

        Trace trace() {
            var time = time();
            var fields = event.fields();
            if (time == null && !event.stamp().text().isBlank()) {
                fields.put("localtime", List.of(event.stamp().text()));
            }
            var computer = event.computer();
            return new Trace(Kind.EVENT_LOG, fields, time, computer.isEmpty() ? null : computer, place);
        }

        private @Nullable Instant time() {
            var local = event.stamp().local();
            var known = offset != null ? offset : host.offset();
            return local == null || known == null ? event.stamp().time() : local.minus(known);
        }
    }

    /// @param length about how much memory the event takes
    void add(JsonEvent event, Host host, Trace.Place place, int length) {
        held.add(new Held(event, host, host.offset(), place, length));
        text += length;
    }

    /// Gives out what need not wait any longer.
    void release() {
        while (!held.isEmpty()) {
            var first = held.getFirst();
            if (!first.settled()) {
                if (held.size() <= MOST && text <= MOST_TEXT) {
                    return;
                }
                first.host().hurried();
            }
            next();
        }
    }

    /// Gives out everything.
    void finish() {
        while (!held.isEmpty()) {
            next();
        }
    }

    private void next() {
        var first = held.removeFirst();
        text -= first.text();
        out.accept(first.trace());
    }
}
