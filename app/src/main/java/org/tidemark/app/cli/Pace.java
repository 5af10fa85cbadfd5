// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tidemark.fault.ErrorCode;
import org.tidemark.fault.TidemarkException;

/// How fast mail goes out: the mailboxes of one domain get so many a minute, and the domains take turns.
final class Pace {
    private final Duration gap;
    private final Clock clock;
    private final Map<String, Instant> next = new HashMap<>();

    Pace(int perMinute, Clock clock) {
        this.gap = Duration.ofMinutes(1).dividedBy(perMinute);
        this.clock = clock;
    }

    /// One of each domain, then the second of each, and so on.
    <T> List<T> inOrder(Collection<T> all, Function<T, String> domain) {
        var waiting = new LinkedHashMap<String, Deque<T>>();
        all.forEach(each -> waiting.computeIfAbsent(domain.apply(each), _ -> new ArrayDeque<>())
                .add(each));
        var order = new ArrayList<T>(all.size());
        while (!waiting.isEmpty()) {
            waiting.values().removeIf(queue -> {
                order.add(queue.remove());
                return queue.isEmpty();
            });
        }
        return order;
    }

    /// Waits until the next may go to a domain.
    void await(String domain) {
        var now = clock.instant();
        var ready = next.getOrDefault(domain, now);
        if (ready.isAfter(now)) {
            try {
                Thread.sleep(Duration.between(now, ready));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new TidemarkException(ErrorCode.EXTERNAL, "Stopped while waiting to send.", e);
            }
        }
        next.put(domain, (ready.isAfter(now) ? ready : now).plus(gap));
    }
}
