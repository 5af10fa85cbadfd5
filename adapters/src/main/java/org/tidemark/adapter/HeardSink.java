// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.fault.Problem;
import org.tidemark.hunt.Collected;
import org.tidemark.hunt.Kind;
import org.tidemark.hunt.Seen;
import org.tidemark.hunt.Trace;

/// Takes what one file holds, and remembers whether it gave anything but problems. A file that gave none counts as
/// nothing that was seen.
final class HeardSink implements EvidenceSink {
    private final EvidenceSink next;
    private @Nullable String cause;
    private @Nullable Kind kind;
    private boolean anything;

    HeardSink(EvidenceSink next) {
        this.next = next;
    }

    /// What was wrong with a file that gave nothing; empty where it gave anything, or nothing was wrong.
    Optional<String> fault() {
        return anything ? Optional.empty() : Optional.ofNullable(cause);
    }

    /// The kind that the file itself says it is of.
    Optional<Kind> kind() {
        return Optional.ofNullable(kind);
    }

    @Override
    public boolean wants(Kind asked, byte[] bytes, int from, int to) {
        return next.wants(asked, bytes, from, to);
    }

    @Override
    public RowScreen screen(Kind asked) {
        return next.screen(asked);
    }

    @Override
    public Workers workers() {
        return next.workers();
    }

    @Override
    public void trace(Trace trace) {
        anything = true;
        next.trace(trace);
    }

    @Override
    public void seen(String file, Seen seen) {
        kind = seen.kind();
        anything |= seen.events() > 0;
        if (anything || cause == null) {
            next.seen(file, seen);
        }
    }

    @Override
    public void problem(Problem problem) {
        cause = cause == null ? problem.cause() : cause;
        next.problem(problem);
    }

    @Override
    public void collected(Collected collected) {
        next.collected(collected);
    }

    @Override
    public void unreadable(String file, Kind unread, String reason) {
        anything = true;
        next.unreadable(file, unread, reason);
    }

    @Override
    public void archive(String file) {
        next.archive(file);
    }

    @Override
    public int wantedContent() {
        return next.wantedContent();
    }

    @Override
    public void content(Trace trace, byte[] bytes, int length) {
        next.content(trace, bytes, length);
    }

    @Override
    public void repeated(String file) {
        next.repeated(file);
    }

    @Override
    public void bytes(long count) {
        next.bytes(count);
    }
}
